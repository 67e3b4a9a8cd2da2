export { AccountPagesModule } from './account-pages.module.js';
export { waitingLoginPage } from './waiting-login.js';
export type { Page } from './http/page.js';
