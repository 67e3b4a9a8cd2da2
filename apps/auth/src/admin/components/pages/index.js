import { Home } from './home.jsx';

/** The component of each page, by the name under which the server describes it. */
export const pages = { home: Home };
