import { Attention } from './attention.jsx';
import { Home } from './home.jsx';
import { Search } from './search.jsx';

/** The component of each page, by the name under which the server describes it. */
export const pages = { attention: Attention, home: Home, search: Search };
