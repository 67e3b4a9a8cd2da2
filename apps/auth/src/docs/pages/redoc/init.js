/* global Redoc */

const FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

Redoc.init(
  '/auth/openapi.json',
  {
    theme: { typography: { fontFamily: FONTS, headings: { fontFamily: FONTS } } },
    hideDownloadButton: false,
  },
  document.getElementById('redoc'),
);
