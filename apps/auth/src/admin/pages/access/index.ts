import { AccessChanges } from './access-changes.js';
import { ChangeHistory } from './change-history.js';
import { AccessQuestions } from './access-questions.js';
import { PeopleFinder } from './people-finder.js';
import { RolePage } from './role.page.js';
import { SeparationPage } from './separation.page.js';
import { ServicesPage } from './services.page.js';
import { TeamPage } from './team.page.js';
import { TraceNames } from './trace-names.js';
import { VisibilityPage } from './visibility.page.js';
import { WhoCanPage } from './who-can.page.js';
import { WhyCanPage } from './why-can.page.js';

/** The pages about who may do and see what. */
export const accessPages = [
  RolePage,
  TeamPage,
  VisibilityPage,
  WhoCanPage,
  WhyCanPage,
  SeparationPage,
  ServicesPage,
] as const;

/** What those pages have in common. */
export const accessParts = [AccessChanges, AccessQuestions, ChangeHistory, PeopleFinder, TraceNames] as const;
