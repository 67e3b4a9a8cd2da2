/** An address in the panel: `panelPath('/pages/user', { id })`. */
export function panelPath(path, params = {}) {
  const query = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value != null && value !== ''),
  ).toString();
  return `${window.REDUX_STATE.paths.rootPath}${path}${query && `?${query}`}`;
}
