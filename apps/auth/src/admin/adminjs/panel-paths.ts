/** Where the panel lives. */
export const PANEL_PATH = '/auth/admin';
export const LOGIN_PATH = `${PANEL_PATH}/login`;
export const LOGOUT_PATH = `${PANEL_PATH}/logout`;
export const PREFERENCES_PATH = `${PANEL_PATH}/preferences`;
