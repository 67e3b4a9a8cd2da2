/** Whoever holds this may open the panel. */
export const OPEN_PANEL = 'panel:open';
