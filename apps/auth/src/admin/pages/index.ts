import type { Type } from '@nestjs/common';
import { accessPages } from './access/index.js';
import { AttentionPage } from './attention.page.js';
import { AuditPage } from './audit.page.js';
import { HomePage } from './home.page.js';
import { JobsPage } from './jobs.page.js';
import { ManyUsersPage } from './many-users.page.js';
import type { PanelPage } from './panel-page.types.js';
import { SearchPage } from './search.page.js';
import { ServiceAccountPage } from './service-account.page.js';
import { SettingsPage } from './settings.page.js';
import { TransferPage } from './transfer.page.js';
import { UserPage } from './user.page.js';

/** Every page beyond lists and forms, in the order of the navigation. */
export const panelPages: readonly Type<PanelPage>[] = [
  HomePage,
  SearchPage,
  AttentionPage,
  UserPage,
  ManyUsersPage,
  TransferPage,
  ServiceAccountPage,
  ...accessPages,
  JobsPage,
  SettingsPage,
  AuditPage,
];
