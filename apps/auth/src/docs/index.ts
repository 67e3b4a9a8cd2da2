export { DocsModule } from './docs.module.js';
export { registerDocs, type DocsOptions } from './register-docs.js';
