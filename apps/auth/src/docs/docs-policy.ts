/** What a documents' page may do: run the service's own files and call the service. Nothing inline, nothing from elsewhere. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  // Swagger UI, Redoc and the code samples of the site write styles while they run.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

export const DOCS_POLICY = directives.join('; ');

/** Redoc searches in a worker, which it makes from a blob. */
export const REDOC_POLICY = [...directives, 'worker-src blob:'].join('; ');
