import type { Type } from '@nestjs/common';
import type { PanelResourceOptions } from '../adminjs/panel-resource.types.js';
import { ApiKeyPanel } from './api-key.panel.js';
import { InvitationPanel } from './invitation.panel.js';
import { MailPanel } from './mail.panel.js';
import { PermissionPanel } from './permission.panel.js';
import { ResourcePanel } from './resource.panel.js';
import { RolePanel } from './role.panel.js';
import { ServiceAccountPanel } from './service-account.panel.js';
import { SessionPanel } from './session.panel.js';
import { TeamPanel } from './team.panel.js';
import { UserPanel } from './user.panel.js';

/** Every list with its forms, in the order of the navigation. */
export const panelResources: readonly Type<{ describe(): PanelResourceOptions }>[] = [
  UserPanel,
  TeamPanel,
  InvitationPanel,
  SessionPanel,
  RolePanel,
  ResourcePanel,
  PermissionPanel,
  ServiceAccountPanel,
  ApiKeyPanel,
  MailPanel,
];
