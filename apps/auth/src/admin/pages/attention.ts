import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import type { PermissionName } from '@auth-service/authorization';
import { type AppConfig, InjectConfig } from '../../core/config/index.js';
import { MailLog } from '../../core/mail/index.js';
import { ListThrottledAccounts } from '../../modules/auth/index.js';
import { ListExpiringAssignments, ListUsersWithoutRole } from '../../modules/rbac/index.js';
import { ListSigningKeys } from '../../modules/signing-key/index.js';
import { ListJobs } from '../../modules/system/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';

/** One line of a list of what needs attention. */
export interface AttentionRow {
  readonly id: string;
  /** Whom or what it is about, and the page that shows it. */
  readonly subject: string;
  /** Key of what the subject is called, where it is a thing of ours. */
  readonly words?: string;
  readonly href?: string;
  readonly detail?: string;
  readonly at?: Date;
}

/** What can need attention; its words are `pages.attention.kinds.<name>`. */
export const attentionKinds = [
  'expiring',
  'roleless',
  'throttled',
  'keys',
  'mailServer',
  'mails',
  'jobs',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

const EXPIRING_DAYS = 14;
const ROTATION_DAYS = 7;
const DAY_MS = 86_400_000;

interface Source {
  readonly permissions: readonly PermissionName[];
  list(limit: number): Promise<AttentionRow[]>;
}

/** Finds what somebody should look after, as far as they may see it. */
@Injectable()
export class Attention {
  private readonly sources: Readonly<Record<AttentionKind, Source>>;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    expiring: ListExpiringAssignments,
    roleless: ListUsersWithoutRole,
    throttled: ListThrottledAccounts,
    private readonly keys: ListSigningKeys,
    mails: MailLog,
    private readonly jobs: ListJobs,
  ) {
    this.sources = {
      expiring: {
        permissions: ['role:read', 'user:read'],
        list: async (limit) =>
          (await expiring.execute(EXPIRING_DAYS, limit)).map(({ id, userId, holder, role, validUntil }) => ({
            id,
            subject: holder,
            ...(userId !== null && { href: userHref(userId) }),
            detail: role,
            at: validUntil,
          })),
      },
      roleless: {
        permissions: ['role:read', 'user:read'],
        list: async (limit) =>
          (await roleless.execute(limit)).map(({ id, email, createdAt }) => ({
            id,
            subject: email,
            href: userHref(id),
            at: createdAt,
          })),
      },
      throttled: {
        permissions: ['audit:read', 'user:read'],
        list: async (limit) =>
          (await throttled.execute(limit)).map(({ email, until }) => ({
            id: email,
            subject: email,
            href: `/resources/users?filters.search=${encodeURIComponent(email)}`,
            at: until,
          })),
      },
      keys: { permissions: ['signing_key:read'], list: () => this.keysNearRotation() },
      mailServer: { permissions: ['system:read'], list: () => Promise.resolve(this.mailsAsFiles()) },
      mails: {
        permissions: ['mail:read'],
        list: async (limit) =>
          (await mails.troubled(limit)).map(({ id, recipient, kind, createdAt }) => ({
            id,
            subject: recipient,
            href: `/resources/mails/records/${id}/show`,
            detail: kind,
            at: createdAt,
          })),
      },
      jobs: { permissions: ['job:read'], list: () => this.failedJobs() },
    };
  }

  maySee(admin: PanelAdmin, kind: AttentionKind): boolean {
    return this.sources[kind].permissions.every((permission) => may(admin, permission));
  }

  /** The first of a kind; to be asked for those alone who may see it. */
  list(kind: AttentionKind, limit: number): Promise<AttentionRow[]> {
    return this.sources[kind].list(limit);
  }

  /** Without a mail server invitations and links reach nobody, which nothing else tells. */
  private mailsAsFiles(): AttentionRow[] {
    if (this.config.smtpUrl !== undefined) return [];
    const detail = join(this.config.dataDir, 'mail');
    return [{ id: 'SMTP_URL', subject: 'SMTP_URL', words: 'pages.attention.mailsAsFiles', detail }];
  }

  private async failedJobs(): Promise<AttentionRow[]> {
    return (await this.jobs.execute())
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ name, instance, finishedAt }) => ({
        id: name,
        subject: name,
        words: `pages.jobs.names.${name}.label`,
        href: '/pages/jobs',
        ...(instance !== null && { detail: instance }),
        ...(finishedAt !== null && { at: finishedAt }),
      }));
  }

  /** The key that signs, in the days before it is replaced by itself. */
  private async keysNearRotation(): Promise<AttentionRow[]> {
    const lifeMs = this.config.signingKeyRotationDays * DAY_MS;
    return (await this.keys.execute())
      .filter(({ status, activatedAt }) => lifeMs > 0 && status === 'active' && activatedAt !== null)
      .map(({ id, algorithm, activatedAt }) => ({
        id,
        subject: id,
        detail: algorithm,
        at: new Date((activatedAt?.getTime() ?? 0) + lifeMs),
      }))
      .filter(({ at }) => at.getTime() - Date.now() <= ROTATION_DAYS * DAY_MS);
  }
}

const userHref = (id: string): string => `/resources/users/records/${id}/show`;
