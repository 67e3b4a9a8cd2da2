import { Home } from './home.jsx';
import { ManyUsers } from './many-users.jsx';
import { User } from './user.jsx';

/** The component of each page, by the name under which the server describes it. */
export const pages = { home: Home, user: User, 'many-users': ManyUsers };
