import { Attention } from './attention.jsx';
import { Audit } from './audit.jsx';
import { Home } from './home.jsx';
import { Jobs } from './jobs.jsx';
import { ManyUsers } from './many-users.jsx';
import { Role } from './role.jsx';
import { Search } from './search.jsx';
import { Separation } from './separation.jsx';
import { ServiceAccount } from './service-account.jsx';
import { Services } from './services.jsx';
import { Settings } from './settings.jsx';
import { Team } from './team.jsx';
import { Transfer } from './transfer.jsx';
import { User } from './user.jsx';
import { Visibility } from './visibility.jsx';
import { WhoCan } from './who-can.jsx';
import { WhyCan } from './why-can.jsx';

/** The component of each page, by the name under which the server describes it. */
export const pages = {
  attention: Attention,
  audit: Audit,
  home: Home,
  jobs: Jobs,
  'many-users': ManyUsers,
  role: Role,
  search: Search,
  separation: Separation,
  'service-account': ServiceAccount,
  services: Services,
  settings: Settings,
  team: Team,
  transfer: Transfer,
  user: User,
  visibility: Visibility,
  'who-can': WhoCan,
  'why-can': WhyCan,
};
