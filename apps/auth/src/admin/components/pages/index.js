import { Attention } from './attention.jsx';
import { Home } from './home.jsx';
import { ManyUsers } from './many-users.jsx';
import { Search } from './search.jsx';
import { User } from './user.jsx';

/** The component of each page, by the name under which the server describes it. */
export const pages = {
  attention: Attention,
  home: Home,
  'many-users': ManyUsers,
  search: Search,
  user: User,
};
