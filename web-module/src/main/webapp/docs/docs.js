// Draws the document that lies beside the API; nothing comes from elsewhere.
window.SwaggerUIBundle({
  url: new URL('../api/openapi.yaml', document.baseURI).href,
  dom_id: '#docs',
  deepLinking: true,
  filter: false,
  validatorUrl: null,
  displayRequestDuration: true,
  defaultModelRendering: 'model',
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  presets: [window.SwaggerUIBundle.presets.apis],
});
