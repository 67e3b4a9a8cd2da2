/** Where the panel lives. */
export const PANEL_PATH = '/auth/admin';
export const LOGIN_PATH = `${PANEL_PATH}/login`;
export const LOGOUT_PATH = `${PANEL_PATH}/logout`;
/** Where acting in somebody else's name ends. */
export const IMPERSONATION_END = `${PANEL_PATH}/impersonation/end`;
export const PREFERENCES_PATH = `${PANEL_PATH}/preferences`;
