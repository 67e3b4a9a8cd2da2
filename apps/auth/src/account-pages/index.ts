export { AccountPagesModule } from './account-pages.module.js';
export { waitingLoginPage } from './waiting-login.js';
