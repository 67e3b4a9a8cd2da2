/* global SwaggerUIBundle */

/** The page may call its own origin alone; people may have come by another name than the public one. */
function toOwnOrigin(request) {
  const { pathname, search } = new URL(request.url, location.origin);
  request.url = location.origin + pathname + search;
  return request;
}

SwaggerUIBundle({
  url: '/auth/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  // So many operations are easier to survey by their tags; a page that shows all of them draws only what is in sight.
  docExpansion: 'none',
  // A token that is kept would outlive the tab.
  persistAuthorization: false,
  // The default sends the document to a validator on the internet.
  validatorUrl: null,
  requestInterceptor: toOwnOrigin,
});
