/** What the document brought along. AdminJS reads its part while it loads, so this comes first. */
const { adminjs, theme, ...rest } = JSON.parse(document.getElementById('panel-state').textContent);

window.REDUX_STATE = adminjs;
window.THEME = theme;

/** The panel's own part: navigation and languages. */
export const panel = rest;
