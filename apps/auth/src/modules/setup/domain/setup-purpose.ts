/** Purpose of the link that makes the first superuser. */
export const SETUP_PURPOSE = 'first-superuser';
