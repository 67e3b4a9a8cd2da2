/** An address in the panel: `panelPath('/pages/user', { id })`. */
export function panelPath(path, params = {}) {
  const query = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value != null && value !== ''),
  ).toString();
  return `${window.REDUX_STATE.paths.rootPath}${path}${query && `?${query}`}`;
}

/** Pages of single records, and of many at once, by the lists that they belong to. */
const LISTS = {
  user: 'users',
  'many-users': 'users',
  role: 'roles',
  team: 'teams',
  'service-account': 'service-accounts',
};

/** The list that a page belongs to, if any. */
export const listOf = (page) => LISTS[page];

/** A page of the documentation that comes with the service. */
export const documentPath = (name) => `/auth/mkdocs/${name}.html`;
