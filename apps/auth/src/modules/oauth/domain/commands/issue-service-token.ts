import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { LiveServiceAccount } from '../../../service-account/index.js';
import { OAuthError } from '../oauth-error.js';

/** What a service gets (RFC 6749, section 5.1). */
export interface ServiceToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds that the token lives. */
  readonly expires_in: number;
  /** Its permissions, separated by spaces. */
  readonly scope: string;
}

/** Gives a service an access token of its own: the grant `client_credentials` (RFC 6749, section 4.4). */
@Injectable()
export class IssueServiceToken {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param scope - permissions that the token is limited to; all that the service has when nothing is said
   * @throws OAuthError `unsupported_grant_type`, `invalid_scope`
   */
  async execute(account: LiveServiceAccount, grantType: string, scope?: string): Promise<ServiceToken> {
    if (grantType !== 'client_credentials')
      throw new OAuthError('unsupported_grant_type', 'The grant here is client_credentials.');
    const limit = scope === undefined ? null : narrow(account, scope);
    const access_token = this.accessTokens.issueForService({ serviceAccountId: account.id, scope: limit });
    await this.audit.execute({
      action: 'service_account.token_issued',
      subjectType: 'service_account',
      subjectId: account.id,
      ...(limit && { after: { scope: limit } }),
    });
    return {
      access_token,
      token_type: 'Bearer',
      expires_in: this.accessTokens.lifeSeconds,
      scope: (limit ?? account.permissions.toSortedArray()).join(' '),
    };
  }
}

function narrow({ permissions }: LiveServiceAccount, scope: string): PermissionName[] {
  const wanted = [...new Set(scope.split(' '))] as PermissionName[];
  if (!permissions.hasAll(wanted))
    throw new OAuthError('invalid_scope', 'The service does not have every permission that was asked for.');
  return wanted.sort();
}
