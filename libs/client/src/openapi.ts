/** Made from the OpenAPI document by `npm run docs:generate`; change the code instead. */
export interface paths {
  '/.well-known/authzen-configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Say where the parts of this decision point are. */
    get: operations['authZenConfiguration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/oauth-authorization-server/auth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where everything is, at the address that RFC 8414, section 3, makes of an issuer with a path. */
    get: operations['authorizationServerFindByIssuer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask whether a subject may do something. */
    post: operations['authZenEvaluate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/evaluations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask many such questions at once. */
    post: operations['authZenEvaluateAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/search/action': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask what somebody may do. */
    post: operations['authZenSearchActions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/search/resource': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask to which of the described resources somebody may do something.
     *
     *     The items are kept by the calling service, which describes them in `resource.properties.candidates`, each with `id`
     *     and `properties`; for a list in its own tables it asks for a plan instead.
     */
    post: operations['authZenSearchResources'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/search/subject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask who may do something. */
    post: operations['authZenSearchSubjects'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys that access tokens are signed with. */
    get: operations['jwksJwks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/.well-known/oauth-authorization-server': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same below our own path, for where a proxy lets nothing else through. */
    get: operations['authorizationServerFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process is alive. */
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the service can do its work; 503 while it can't. */
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/all-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List anyone's sessions, ended ones too. */
    get: operations['sessionList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/all-sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one session. */
    get: operations['sessionFind'];
    put?: never;
    post?: never;
    /** End anyone's session. */
    delete: operations['sessionEnd'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/all-sessions/{id}/story': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what happened to a session, the newest first. */
    get: operations['sessionStory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List anyone's API keys. */
    get: operations['apiKeyList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what may be shown of an API key. */
    get: operations['apiKeyFind'];
    put?: never;
    post?: never;
    /** Revoke anyone's API key. */
    delete: operations['apiKeyRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what happened, the newest first. */
    get: operations['auditList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one event. */
    get: operations['auditFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back a change of a role, a team or a group that the log tells of, its deletion too. Needs what making the inverse change needs. */
    post: operations['undoUndo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log/{id}/undo/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask what taking a change back would do. */
    post: operations['undoPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Export what fits, the newest first, as a file of any size. The export stands in the log itself. */
    get: operations['auditExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/audit-log/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Verify a part of the chain. Ask again with `after` as `verified` until it is complete. */
    get: operations['auditVerify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what has changed since a revision. */
    get: operations['followChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/ended-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the sessions that have ended while access tokens of theirs may still be good. */
    get: operations['followEndedSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the changes as server-sent events.
     *
     *     `update` carries what `/changes` answers, `heartbeat` comes each second in which nothing has changed, `gone` asks for
     *     a new snapshot. `sessions` tells which sessions have ended: first, those whose access tokens may still be good, then
     *     each as it ends. `Last-Event-ID`, which browsers send when they connect again, counts before `since`. The stream ends
     *     with the right to follow it, and when an access token would have; open it again with a new one.
     */
    get: operations['followEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask why somebody may do something or may not, now or at a past moment. */
    post: operations['explainExplain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask which items of a list somebody may reach, as a condition. */
    post: operations['explainPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask what a change of roles, teams or groups would do, for whom, and whether you would lock yourself out. */
    post: operations['previewPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/snapshot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read all that decisions rest on, apart from the users. */
    get: operations['followSnapshot'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/snapshot/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the users of whom more is known than that they are active. */
    get: operations['followUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/authorization/who-can': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask who may do something, now or at a past moment, and how they come to it. */
    post: operations['whoCanWhoCan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/email/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have the link mailed once more that confirms an address. */
    post: operations['accountResend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/email/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm an address by the token of a mailed link: of a sign-up, of an account, or of a change. */
    post: operations['accountVerify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/federation/exchange': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the tokens of a login at another provider. */
    post: operations['federationExchange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/federation/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The providers with which people may log in. A login begins at `/auth/account/federation/{name}/authorize`. */
    get: operations['federationProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List invitations. */
    get: operations['invitationList'];
    put?: never;
    /** Ask somebody in by mail. An open invitation of the same address is replaced. */
    post: operations['invitationInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/invitations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an invitation. */
    get: operations['invitationFind'];
    put?: never;
    post?: never;
    /** Take an open invitation back. */
    delete: operations['invitationCancel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept an invitation by the token of its link. */
    post: operations['invitationAccept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List periodic work: what runs where, what failed, and when it is due. */
    get: operations['jobList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/jobs/{name}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a run back that was asked for, or stop one that is under way. */
    post: operations['jobCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/jobs/{name}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let one be done now. */
    post: operations['jobRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/log-level': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See the least severity that this instance logs. */
    get: operations['logLevelFind'];
    /** Change it, at once and until this instance is started again. */
    put: operations['logLevelChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in with e-mail and password. */
    post: operations['authLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a link or a code mailed that logs in. The answer is the same whether the address is known or not. */
    post: operations['secondFactorRequestEmail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/email/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in with what was mailed. */
    post: operations['secondFactorEmailCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/passkey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in with a passkey alone. */
    post: operations['secondFactorPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/passkey-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Options to log in with a passkey alone. */
    post: operations['secondFactorPasskeyOptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish a login that waits for a second factor. */
    post: operations['secondFactorSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/login/second-factor/passkey-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Options to show a passkey as the second factor. */
    post: operations['secondFactorSecondFactorOptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log out: this session ends, with all its tokens. */
    post: operations['authLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List mails, the newest first: to whom and what became of them, never what they say. */
    get: operations['mailList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/mails/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what became of one mail. */
    get: operations['mailFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/mails/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a mail up that waits or has failed. */
    post: operations['mailCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/mails/{id}/send-again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a mail at once that waits, was given up or cancelled. */
    post: operations['mailSendAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/oauth/introspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask whether a token is good at this moment (RFC 7662). */
    post: operations['oAuthIntrospect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/oauth/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a token (RFC 7009): its session ends, an API key is revoked. An unknown one is no error. */
    post: operations['oAuthRevoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/oauth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get an access token for the service itself (RFC 6749, grant `client_credentials`). */
    post: operations['oAuthToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/password/forgot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a link mailed that sets a new password. The answer is the same whether the address is known or not. */
    post: operations['accountForgot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/password/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set a new password by the token of a mailed link. All sessions end. */
    post: operations['accountReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List permissions. */
    get: operations['permissionList'];
    put?: never;
    /** Make a permission. */
    post: operations['permissionCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/permissions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a permission. */
    get: operations['permissionFind'];
    put?: never;
    post?: never;
    /** Delete a permission that is not in use. */
    delete: operations['permissionRemove'];
    options?: never;
    head?: never;
    /** Change a permission. */
    patch: operations['permissionUpdate'];
    trace?: never;
  };
  '/auth/v1/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange a refresh token for new tokens. */
    post: operations['authRefresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign up. The answer is the same whether the address is known or not; the account begins with the mailed link. */
    post: operations['accountRegister'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/resources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List resources. */
    get: operations['resourceList'];
    put?: never;
    /** Make a resource. */
    post: operations['resourceCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/resources/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a resource. */
    get: operations['resourceFind'];
    put?: never;
    post?: never;
    /** Delete a resource that is not in use. */
    delete: operations['resourceRemove'];
    options?: never;
    head?: never;
    /** Change a resource. */
    patch: operations['resourceUpdate'];
    trace?: never;
  };
  '/auth/v1/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List roles. */
    get: operations['roleList'];
    put?: never;
    /** Make a role. */
    post: operations['roleCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/roles/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a role. */
    get: operations['roleFind'];
    put?: never;
    post?: never;
    /** Delete a role that nobody has. */
    delete: operations['roleRemove'];
    options?: never;
    head?: never;
    /** Change a role. */
    patch: operations['roleUpdate'];
    trace?: never;
  };
  '/auth/v1/roles/{id}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the users and teams that were given a role. */
    get: operations['roleAssignmentList'];
    put?: never;
    /** Give a role to many users. */
    post: operations['roleAssignmentAssign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/roles/{id}/assignments/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a role from many users. */
    post: operations['roleAssignmentRevoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/roles/{id}/parents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the roles that a role inherits from directly. */
    get: operations['roleParents'];
    /** Make a role inherit from exactly these roles. */
    put: operations['roleSetParents'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/roles/{id}/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the permissions and wildcards that a role itself holds; what it inherits is not listed. */
    get: operations['rolePermissions'];
    /** Make a role hold exactly these permissions. */
    put: operations['roleSetPermissions'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/roles/{id}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say whether a role holds only with a second factor. */
    put: operations['roleSetSecondFactor'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/separation-of-duty': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List rules of separation of duty. */
    get: operations['separationOfDutyList'];
    put?: never;
    /** Make a rule of separation of duty. */
    post: operations['separationOfDutyCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/separation-of-duty/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a rule of separation of duty. */
    get: operations['separationOfDutyFind'];
    put?: never;
    post?: never;
    /** Delete a rule of separation of duty. */
    delete: operations['separationOfDutyRemove'];
    options?: never;
    head?: never;
    /** Change a rule of separation of duty. */
    patch: operations['separationOfDutyUpdate'];
    trace?: never;
  };
  '/auth/v1/service-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the registered services. */
    get: operations['serviceAccountList'];
    put?: never;
    /** Register a service. It gets a secret apart. */
    post: operations['serviceAccountCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/service-accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a service account, and what may be shown of its secrets. */
    get: operations['serviceAccountFind'];
    put?: never;
    post?: never;
    /** Delete a service account with its secrets. */
    delete: operations['serviceAccountDelete'];
    options?: never;
    head?: never;
    /** Change a service account, or disable it. */
    patch: operations['serviceAccountUpdate'];
    trace?: never;
  };
  '/auth/v1/service-accounts/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a secret, which is shown this once. The ones before stay good. */
    post: operations['serviceAccountAddSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/service-accounts/{id}/secrets/{secretId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a secret. */
    delete: operations['serviceAccountRemoveSecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/services/{service}/catalogue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Take over what a service's code declares; what it no longer declares is marked as deprecated. */
    put: operations['serviceCatalogueRegister'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your own live sessions. */
    get: operations['ownSessionList'];
    put?: never;
    post?: never;
    /** End all your other sessions. */
    delete: operations['ownSessionEndOthers'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of your own sessions. */
    delete: operations['ownSessionEnd'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/sessions/{id}/story': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what happened to one of your own sessions, the newest first. */
    get: operations['ownSessionStory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the settings that can be changed at run time. */
    get: operations['settingsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/settings/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change one, on every instance and until it is reset; `If-Match` names the version that was read. */
    put: operations['settingsChange'];
    post?: never;
    /** Reset one: the environment's value holds again. */
    delete: operations['settingsReset'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/signing-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the signing keys, the active one first. */
    get: operations['signingKeyList'];
    put?: never;
    /** Replace the signing key. Tokens of the old one stay good until they expire. */
    post: operations['signingKeyRotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/signing-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a key in an emergency: all tokens that it signed die at once. */
    delete: operations['signingKeyRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/step-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show once more who you are (RFC 9470). The new access token tells of it. */
    post: operations['secondFactorAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/step-up/passkey-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Options to show a passkey once more. */
    post: operations['secondFactorStepUpOptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/team-invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept an invitation into a team by the token of its link. */
    post: operations['teamInvitationAccept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List teams by name. */
    get: operations['teamList'];
    put?: never;
    /** Make a team. */
    post: operations['teamCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a team. */
    get: operations['teamFind'];
    put?: never;
    post?: never;
    /** Delete a team: what it carried ends. */
    delete: operations['teamRemove'];
    options?: never;
    head?: never;
    /** Change the name or the description of a team. */
    patch: operations['teamUpdate'];
    trace?: never;
  };
  '/auth/v1/teams/{id}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the invitations into a team. */
    get: operations['teamInvitationList'];
    put?: never;
    /** Ask somebody into a team by mail. An open invitation of the same address is replaced. */
    post: operations['teamInvitationInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/invitations/{invitationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an open invitation into a team back. */
    delete: operations['teamInvitationCancel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/managers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the managers of a team. */
    get: operations['teamMemberManagers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/managers/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Make a user a manager of a team; who is not in it comes in. */
    put: operations['teamMemberAddManager'];
    post?: never;
    /** Make a user no longer a manager of a team; they stay in it. */
    delete: operations['teamMemberRemoveManager'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List who is in a team. */
    get: operations['teamMemberMembers'];
    put?: never;
    /** Bring many users into a team, with a result for each. */
    post: operations['teamMemberAddMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/members/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Bring a user into a team. */
    put: operations['teamMemberAdd'];
    post?: never;
    /** Take a user out of a team. */
    delete: operations['teamMemberRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{id}/members/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take many users out of a team, with a result for each. */
    post: operations['teamMemberRemoveMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{teamId}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the roles that a team carries. */
    get: operations['teamRoleList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/teams/{teamId}/roles/{roleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Make a team carry a role. */
    put: operations['teamRoleAssign'];
    post?: never;
    /** Take a role from a team. */
    delete: operations['teamRoleRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List users. */
    get: operations['userList'];
    put?: never;
    /** Make a user. */
    post: operations['userCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a user. */
    get: operations['userFind'];
    put?: never;
    post?: never;
    /** Delete a user. */
    delete: operations['userRemove'];
    options?: never;
    head?: never;
    /** Change a user, or disable one. */
    patch: operations['userUpdate'];
    trace?: never;
  };
  '/auth/v1/users/{id}/authenticators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See a user's second factors. */
    get: operations['userAuthenticatorList'];
    put?: never;
    post?: never;
    /** Remove all second factors of somebody who has lost them. All their sessions end. */
    delete: operations['userAuthenticatorReset'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/impersonation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Act in a user's name, until the access token expires or logs out. Needs all that the user may. */
    post: operations['impersonationBegin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set a user's password. All sessions of the user end. */
    put: operations['userSetPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/password-reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make somebody set a new password, by a mailed link. The old one stops working, and all their sessions end. */
    post: operations['userPasswordForceReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See what a user may do, from every source. */
    get: operations['effectivePermissionOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the teams that a user is in. */
    get: operations['teamOfUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{id}/visibility-group': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See which visibility group a user is in. */
    get: operations['userVisibilityGroupOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{userId}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the permissions that a user has without a role. */
    get: operations['permissionGrantList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{userId}/grants/{permission}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give a user one permission without a role. */
    put: operations['permissionGrantGrant'];
    post?: never;
    /** Take a permission that a user has without a role. */
    delete: operations['permissionGrantRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{userId}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the roles that a user has directly. */
    get: operations['userRoleList'];
    put?: never;
    /** Give a user many roles, with a result for each. */
    post: operations['userRoleAssignMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{userId}/roles/{roleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give a user a role. */
    put: operations['userRoleAssign'];
    post?: never;
    /** Take a role from a user. */
    delete: operations['userRoleRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/{userId}/roles/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take many roles from a user, with a result for each. */
    post: operations['userRoleRevokeMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Export all users page by page, in the form in which they can be imported; never what they log in with. */
    get: operations['userTransferExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Import up to 500 users, with their password hashes. Whoever is there already stays as they are. Roles need `role:assign`. */
    post: operations['userTransferImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See yourself. */
    get: operations['userMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change your own data. */
    patch: operations['userUpdateMe'];
    trace?: never;
  };
  '/auth/v1/users/me/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your API keys. */
    get: operations['ownApiKeyList'];
    put?: never;
    /** Make an API key, which is shown this once. It acts in your name, within its permissions and yours. */
    post: operations['ownApiKeyCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke one of your API keys. */
    delete: operations['ownApiKeyRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See your second factors, passkeys and remembered devices. */
    get: operations['ownAuthenticatorList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/devices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Forget a remembered device. */
    delete: operations['ownAuthenticatorDeleteDevice'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add the passkey that the browser has made. */
    post: operations['ownAuthenticatorAddPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/passkeys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a passkey. */
    delete: operations['ownAuthenticatorDeletePasskey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/passkeys/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to add a passkey: options for `navigator.credentials.create`. */
    post: operations['ownAuthenticatorPasskeyOptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make new recovery codes; earlier ones are worth nothing any more. */
    post: operations['ownAuthenticatorRenewCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up an app that shows codes. */
    post: operations['ownAuthenticatorBeginTotp'];
    /** Remove the app that shows codes. */
    delete: operations['ownAuthenticatorDeleteTotp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/authenticators/totp/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish setting up the app by its first code. Recovery codes come with the first factor. */
    post: operations['ownAuthenticatorConfirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close your account. This cannot be undone. */
    post: operations['ownAccountClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The new address that waits for its confirmation. */
    get: operations['ownAccountPendingEmail'];
    /** Change your e-mail address: it changes when the new one is confirmed. */
    put: operations['ownAccountChangeEmail'];
    post?: never;
    /** Cancel the change of your address. */
    delete: operations['ownAccountCancelEmail'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that the service knows of you. */
    get: operations['ownAccountExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/identities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See your linked identities. */
    get: operations['federationIdentities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/identities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Unlink an identity. */
    delete: operations['federationUnlink'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your password. All your sessions end, this one too. */
    put: operations['ownAccountChangePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See what you may do. */
    get: operations['effectivePermissionMine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the teams that you are in. */
    get: operations['ownTeamList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Leave a team. */
    delete: operations['ownTeamLeave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams/{id}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the invitations into a team that you manage. */
    get: operations['ownTeamInvitations'];
    put?: never;
    /** Ask somebody by mail into a team that you manage. */
    post: operations['ownTeamInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams/{id}/invitations/{invitationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an open invitation into a team that you manage back. */
    delete: operations['ownTeamCancel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List who is in one of your teams. */
    get: operations['ownTeamMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/teams/{id}/members/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Bring a user into a team that you manage. */
    put: operations['ownTeamAdd'];
    post?: never;
    /** Take a user out of a team that you manage. */
    delete: operations['ownTeamRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/users/me/visibility-group': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See which visibility group you are in. */
    get: operations['userVisibilityGroupMine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List visibility groups by name. */
    get: operations['visibilityGroupList'];
    put?: never;
    /** Make a visibility group. */
    post: operations['visibilityGroupCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a visibility group. */
    get: operations['visibilityGroupFind'];
    put?: never;
    post?: never;
    /** Delete a visibility group; others take its members and the groups below it. */
    delete: operations['visibilityGroupRemove'];
    options?: never;
    head?: never;
    /** Change the name or the description of a visibility group. */
    patch: operations['visibilityGroupUpdate'];
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/defaults': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what a visibility group itself says of new items. */
    get: operations['defaultLevelList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/defaults/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say how widely new items of a type are seen. */
    put: operations['defaultLevelSet'];
    post?: never;
    /** Let the groups above say how widely new items of a type are seen. */
    delete: operations['defaultLevelClear'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/effective-defaults': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See how widely a new item of a type is seen, and which group says so. */
    get: operations['defaultLevelEffective'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/managers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the managers of a visibility group. */
    get: operations['groupManagerList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/managers/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Make a user a manager of a visibility group. */
    put: operations['groupManagerAdd'];
    post?: never;
    /** Make a user no longer a manager of a visibility group. */
    delete: operations['groupManagerRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List who was put into a visibility group. */
    get: operations['groupMemberList'];
    put?: never;
    /** Put many users into a visibility group, with a result for each. */
    post: operations['groupMemberPutMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/members/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Put a user into a visibility group, out of the one they are in. */
    put: operations['groupMemberPut'];
    post?: never;
    /** Take a user out of a visibility group, into the default one. */
    delete: operations['groupMemberRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/{id}/parent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Hang a visibility group, with all that is below it, elsewhere in the tree. */
    put: operations['visibilityGroupMove'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v1/visibility-groups/tree': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the whole tree of visibility groups. */
    get: operations['visibilityGroupTree'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptInvitationRequest: {
      displayName?: string;
      /** @description At least 15 characters; 8 for an account with a second factor. */
      password: string;
      token: string;
    };
    AcceptTeamInvitationRequest: {
      token: string;
    };
    ApiKeyPage: {
      items: components['schemas']['ApiKeyResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    ApiKeyResponse: {
      /** @description Neither revoked nor expired. */
      active: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
      name: string;
      /** @description What its owner may do with it, as far as they may do it at all. */
      permissions: string[];
      /** Format: date-time */
      revokedAt: string | null;
      userEmail: string;
      userId: string;
    };
    AuditEventResponse: {
      /** @description For example `user.created`. */
      action: string;
      /** @description null: the service itself, or somebody unknown. */
      actorId: string | null;
      /** @description The public state after. */
      after: Record<string, unknown>;
      /** @description The public state before. */
      before: Record<string, unknown>;
      id: string;
      /** @description Who acted in the actor's name; null: the actor. */
      impersonatorId: string | null;
      ipAddress: string | null;
      /** Format: date-time */
      occurredAt: string;
      /** @enum {string} */
      outcome: 'success' | 'failure' | 'denied';
      /** @description Its place in the chain; null until it is sealed, a second or two after it happened. */
      position: number | null;
      reason: string | null;
      requestId: string | null;
      subjectId: string | null;
      subjectType: string;
    };
    AuditPage: {
      items: components['schemas']['AuditEventResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    AuthenticatorsResponse: {
      passkeys: components['schemas']['PasskeyResponse'][];
      /** @description Recovery codes that have not been used. */
      recoveryCodes: number;
      rememberedDevices: components['schemas']['RememberedDeviceResponse'][];
      totp: components['schemas']['TotpResponse'] | null;
    };
    AuthorizationServerResponse: {
      introspection_endpoint: string;
      issuer: string;
      jwks_uri: string;
      revocation_endpoint: string;
      token_endpoint: string;
    };
    AuthZenAction: {
      /** @example read */
      name: string;
      properties?: {
        [key: string]: unknown;
      };
    };
    AuthZenConfiguration: {
      access_evaluation_endpoint: string;
      access_evaluations_endpoint: string;
      policy_decision_point: string;
      search_action_endpoint: string;
      search_resource_endpoint: string;
      search_subject_endpoint: string;
    };
    AuthZenResource: {
      id: string;
      /**
       * @description What the calling service vouches for: `owner_id`, `follower_ids`, `visibility_group` (a number), `visible_to` (1, 3, 5
       *     or 7), `team_id`, `parents` (each with `type` and `properties`).
       */
      properties?: {
        [key: string]: unknown;
      };
      /** @example deal */
      type: string;
    };
    AuthZenSubject: {
      /** @description A user's id. */
      id: string;
      /** @description Ignored: what a request says of its subject is never authority. */
      properties?: {
        [key: string]: unknown;
      };
      /** @example user */
      type: string;
    };
    BulkAssignmentRequest: {
      /** @description Ids of users. */
      userIds: string[];
      /**
       * Format: date-time
       * @description From when on; at once when nothing is said.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description Until when; for good when nothing is said.
       */
      validUntil?: string;
    };
    BulkResponse: {
      items: components['schemas']['RowResultResponse'][];
    };
    BulkRolesRequest: {
      /** @description Ids of roles. */
      roleIds: string[];
      /**
       * Format: date-time
       * @description From when on; at once when nothing is said.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description Until when; for good when nothing is said.
       */
      validUntil?: string;
    };
    BulkRolesResponse: {
      items: components['schemas']['RoleRowResponse'][];
    };
    CatalogueRegistrationResponse: {
      /** @description No code declares them any more. They go on counting until somebody deletes them. */
      deprecated: string[];
      registered: string[];
      /** @description Deprecated before, and declared again. */
      restored: string[];
    };
    ChainCheckResponse: {
      fault: components['schemas']['ChainFaultResponse'] | null;
      /** @description The hash there, in hexadecimal. Kept elsewhere, it shows later whether the log's end was cut off. */
      hash: string;
      /** @description Whether there is nothing more to verify. */
      isComplete: boolean;
      /** @description How many entries are sealed. */
      sealed: number;
      /** @description How many await it; null until the verification is complete. */
      unsealed: number | null;
      /** @description Up to this place all is as it was sealed. */
      verified: number;
    };
    ChainFaultResponse: {
      /** @description The entry that stands there; null where one is missing. */
      eventId: string | null;
      /**
       * @description `removed`: the entry of this place is gone. `head`: the recorded end of the chain is gone or not genuine.
       * @enum {string}
       */
      kind: 'removed' | 'head' | 'changed' | 'inserted' | 'reordered';
      position: number;
    };
    ChallengeRequest: {
      /** @description From the answer `second_factor_required`. */
      challenge: string;
    };
    ChangeEmailRequest: {
      /** Format: email */
      email: string;
      /** @description The password that one has. */
      password: string;
    };
    ChangePasswordRequest: {
      currentPassword: string;
      /** @description At least 15 characters; 8 for an account with a second factor. */
      password: string;
    };
    ClientSecretRequest: {
      /**
       * Format: date-time
       * @description Never, when nothing is said.
       */
      expiresAt?: string;
    };
    ClientSecretResponse: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string | null;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
    };
    CloseAccountRequest: {
      password: string;
    };
    CodeRequest: {
      /** @example 287082 */
      code: string;
    };
    CreatePermissionRequest: {
      /** @example read */
      action: string;
      description?: string;
      /**
       * @description Key of a resource in the catalogue.
       * @example deal
       */
      resource: string;
    };
    CreateResourceRequest: {
      description?: string;
      /** @example deal */
      key: string;
      /** @description The service that owns it. */
      service: string;
    };
    CreateRoleRequest: {
      description?: string;
      name: string;
      /**
       * @description Names and wildcards.
       * @example [
       *       "deal:read",
       *       "task:*"
       *     ]
       */
      permissions?: string[];
    };
    CreateSeparationOfDutyRequest: {
      /** @description Nobody may have so many of the roles, or more; 2 when nothing is said. */
      cardinality?: number;
      description?: string;
      name: string;
      /** @description Ids of the roles that must be apart. */
      roleIds: string[];
    };
    CreateTeamRequest: {
      description?: string;
      name: string;
    };
    CreateUserRequest: {
      /** @description Replaces all supplementary data. */
      attributes?: {
        [key: string]: unknown;
      };
      displayName?: string;
      /**
       * Format: email
       * @example ada@example.test
       */
      email: string;
      familyName?: string;
      givenName?: string;
      /** @description BCP 47 language tag. */
      locale?: string;
      /** @description At least 15 characters. Without one nobody can log in with a password until it is set. */
      password?: string;
    };
    CreateVisibilityGroupRequest: {
      description?: string;
      name: string;
      /**
       * Format: uuid
       * @description The group above; at the top when nothing is said.
       */
      parentId?: string;
    };
    DeclaredActionRequest: {
      description?: string;
      /** @example read */
      name: string;
    };
    DeclaredResourceRequest: {
      actions: components['schemas']['DeclaredActionRequest'][];
      description?: string;
      /** @example deal */
      key: string;
    };
    DefaultLevelPage: {
      items: components['schemas']['DefaultLevelResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    DefaultLevelRequest: {
      /**
       * @description 1 owner, 3 group, 5 group and below, 7 everyone.
       * @example 3
       */
      level: number;
    };
    DefaultLevelResponse: {
      /** @description 1 owner, 3 group, 5 group and below, 7 everyone. */
      level: number;
      /** @example deal */
      type: string;
    };
    EffectiveDefaultResponse: {
      /** @description The group that says so; null when none on the way up does, which makes it 3. */
      from: string | null;
      /** @description 1 owner, 3 group, 5 group and below, 7 everyone. */
      level: number;
    };
    EffectivePermissionsResponse: {
      /**
       * @description In alphabetical order, wildcards replaced by what they stand for.
       * @example [
       *       "deal:read"
       *     ]
       */
      permissions: string[];
      userId: string;
    };
    EmailChangeResponse: {
      /** Format: date-time */
      createdAt: string;
      email: string;
      /** Format: date-time */
      expiresAt: string;
    };
    EmailCodeRequest: {
      /** @description From the answer `second_factor_required`. */
      challenge: string;
      /** @description The code, or `code` of the link. */
      code: string;
      /** @description Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
      deviceToken?: string;
    };
    EmailLoginRequest: {
      /** Format: email */
      email: string;
      /**
       * @description A link to follow, or a code to type.
       * @enum {string}
       */
      kind: 'link' | 'code';
    };
    EmailLoginResponse: {
      /** @description Without it the mail is worth nothing. */
      challenge: string;
    };
    EmailRequest: {
      /** Format: email */
      email: string;
    };
    EndedSessionsResponse: {
      /** @description Ids of the sessions. */
      ids: string[];
      /** @description The service's clock: milliseconds since 1970. */
      now: number;
      /** @description How long access tokens of theirs may be good. */
      tokenSeconds: number;
    };
    EvaluationRequest: {
      action: components['schemas']['AuthZenAction'];
      /** @description `acr: 'aal1'` asks for a session without a second factor. */
      context?: {
        [key: string]: unknown;
      };
      resource: components['schemas']['AuthZenResource'];
      subject: components['schemas']['AuthZenSubject'];
    };
    EvaluationResponse: {
      /** @description Of a denial: `reason`, and `status`, what the caller may answer (404 for what is not visible). */
      context?: {
        [key: string]: unknown;
      };
      decision: boolean;
    };
    EvaluationsOptions: {
      /** @description `execute_all` (when nothing is said), `deny_on_first_deny` or `permit_on_first_permit`. */
      evaluations_semantic?: string;
    };
    EvaluationsRequest: {
      action?: components['schemas']['AuthZenAction'];
      context?: {
        [key: string]: unknown;
      };
      /** @description Objects with any of `subject`, `action`, `resource`, `context`. */
      evaluations?: Record<string, unknown>[];
      options?: components['schemas']['EvaluationsOptions'];
      resource?: components['schemas']['AuthZenResource'];
      subject?: components['schemas']['AuthZenSubject'];
    };
    EvaluationsResponse: {
      context?: {
        [key: string]: unknown;
      };
      /** @description Where no `evaluations` were given. */
      decision?: boolean;
      evaluations?: components['schemas']['EvaluationResponse'][];
    };
    ExchangeRequest: {
      /** @description From the address to which the browser was led back. */
      code: string;
      /** @description Whose S256 was sent at the beginning (RFC 7636). */
      codeVerifier: string;
      /** @description Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
      deviceToken?: string;
    };
    ExplainRequest: {
      action: components['schemas']['AuthZenAction'];
      /**
       * Format: date-time
       * @description A past moment (RFC 3339); now when nothing is said. Only for permissions: visibility has no history.
       */
      at?: string;
      /** @description `acr: 'aal1'` asks for a session without a second factor. */
      context?: {
        [key: string]: unknown;
      };
      resource: components['schemas']['AuthZenResource'];
      subject: components['schemas']['AuthZenSubject'];
    };
    ExplanationResponse: {
      decision: boolean;
      /** @description The shortest way from the user over teams and roles to the permission; null when there is none. */
      path: Record<string, unknown>[] | null;
      /** @description Of a denial: `inactive`, `not_visible` or `not_permitted`. */
      reason?: string;
      /** @description What would turn a denial. */
      remedies: Record<string, unknown>[];
      /** @description How the user stands to the item and to what it belongs to: the row of the visibility table. */
      sights: Record<string, unknown>[];
    };
    ExportedUserResponse: {
      attributes: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      createdAt: string | null;
      displayName: string;
      email: string;
      emailVerified: boolean;
      externalId: string;
      familyName: string;
      givenName: string;
      locale: string;
      /** @description For holders of `role:read`. */
      roles?: string[];
      status: string;
    };
    ExportPage: {
      items: components['schemas']['ExportedUserResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
      /** @description How many users there are. */
      total: number;
    };
    FederatedTokenResponse: {
      /** @description JWT after RFC 9068, for the `Authorization: Bearer` header. */
      accessToken: string;
      /** @description Seconds that the access token lives. */
      expiresIn: number;
      refreshToken: string;
      sessionId: string;
      /** @enum {string} */
      tokenType: 'Bearer';
    };
    FieldError: {
      /** @example attributes.phone */
      field: string;
      message: string;
    };
    GroupManagerPage: {
      items: components['schemas']['GroupManagerResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    GroupManagerResponse: {
      displayName: string;
      email: string;
      userId: string;
    };
    GroupMemberPage: {
      items: components['schemas']['GroupMemberResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    GroupMemberResponse: {
      displayName: string;
      email: string;
      /** Format: date-time */
      joinedAt: string;
      userId: string;
    };
    IdentityResponse: {
      /** Format: date-time */
      createdAt: string;
      /** @description Address there. */
      email: string;
      id: string;
      issuer: string;
      /** @description What the provider is called. */
      label: string;
      /** Format: date-time */
      lastUsedAt: string | null;
    };
    ImpersonationRequest: {
      /** @description For the audit log. */
      reason: string;
    };
    ImpersonationResponse: {
      /** @description JWT after RFC 9068; `act` names who acts (RFC 8693, section 4.1). */
      accessToken: string;
      /** @description Seconds that the access token lives. */
      expiresIn: number;
      sessionId: string;
      /** @enum {string} */
      tokenType: 'Bearer';
    };
    ImportUsersRequest: {
      /**
       * @description `true`: checks everything and changes nothing.
       * @default false
       */
      dryRun: Record<string, unknown>;
      /** @description Needed where records have a `passwordHash`. */
      passwordFormat?: components['schemas']['PasswordFormatRequest'];
      /**
       * @description One object a user, with the fields of a file of users.
       * @example [{ email: "ada@example.com", roles: ["member"] }]
       */
      records: Record<string, unknown>[];
      /**
       * @description Name of the service that they come from; each `externalId` is unique within it.
       * @default import
       */
      source: Record<string, unknown>;
    };
    ImportUsersResponse: {
      imported: number;
      /** @description Whose user was there already, and stays as it is. */
      present: number;
      records: number;
      refused: components['schemas']['RefusedRecordResponse'][];
    };
    IntrospectionResponse: {
      acr?: string;
      /** @description Whether it is good at this moment. */
      active: boolean;
      amr?: string[];
      aud?: string;
      auth_time?: number;
      client_id?: string;
      exp?: number;
      iat?: number;
      iss?: string;
      jti?: string;
      /** @description Permissions, separated by spaces: of API keys and of services' own tokens. */
      scope?: string;
      /** @description The session's id. */
      sid?: string;
      /** @description The user's id; of a service's own token the service account's. */
      sub?: string;
      /** @enum {string} */
      token_type?: 'Bearer';
    };
    InvitationPage: {
      items: components['schemas']['InvitationResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    InvitationRequest: {
      displayName?: string;
      /** Format: email */
      email: string;
      /** @description BCP 47 language tag, also of the mail. */
      locale?: string;
      /** @description Roles that the account gets. Nobody gives more than they hold. */
      roleIds?: string[];
    };
    InvitationResponse: {
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      displayName: string;
      email: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      /** @description UUID of the user who invited. */
      invitedBy: string | null;
      locale: string;
      roleIds: string[];
    };
    JobList: {
      items: components['schemas']['JobResponse'][];
    };
    JobResponse: {
      /** @description Runs since the last one that succeeded, the present one included. */
      attempts: number;
      /** @description Whether a run that is under way can be stopped. */
      canStop: boolean;
      error: string | null;
      /**
       * @description Why the last run failed.
       * @enum {string|null}
       */
      errorCode:
        | 'database'
        | 'timeout'
        | 'unreachable'
        | 'credentials'
        | 'refused'
        | 'refused_for_now'
        | 'unexpected'
        | null;
      everySeconds: number;
      /**
       * Format: date-time
       * @description Of the last run that came to an end.
       */
      finishedAt: string | null;
      /** @description Which instance runs it, or did last: its host and process. */
      instance: string | null;
      /** @description Somebody asked for the run that is queued. */
      isRequested: boolean;
      /** @description Milliseconds that the last run took; null while one is under way. */
      lastMs: number | null;
      name: string;
      /** Format: date-time */
      nextRunAt: string;
      /** @enum {string|null} */
      outcome: 'failed' | 'succeeded' | 'stopped' | null;
      /** Format: date-time */
      startedAt: string | null;
      /** @enum {string} */
      status: 'waiting' | 'failed' | 'running' | 'stopping' | 'queued';
    };
    JwksResponse: {
      keys: Record<string, unknown>[];
    };
    LinkRequest: {
      token: string;
    };
    LivenessResponse: {
      /** @enum {string} */
      status: 'ok';
    };
    LoginRequest: {
      /** @description Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
      deviceToken?: string;
      /**
       * Format: email
       * @example ada@example.test
       */
      email: string;
      password: string;
    };
    LogLevelBody: {
      /** @enum {string} */
      level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
    };
    MailPage: {
      items: components['schemas']['MailResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    MailResponse: {
      attempts: number;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it is tried next; null unless it waits.
       */
      dueAt: string | null;
      error: string | null;
      /**
       * @description Why the last attempt failed.
       * @enum {string|null}
       */
      errorCode:
        | 'database'
        | 'timeout'
        | 'unreachable'
        | 'credentials'
        | 'refused'
        | 'refused_for_now'
        | 'unexpected'
        | null;
      id: string;
      /** @description Also the name of its templates. */
      kind: string;
      /** Format: date-time */
      lastTriedAt: string | null;
      recipient: string;
      /** Format: date-time */
      sentAt: string | null;
      /**
       * @description `failed`: it could not be sent for a day. `cancelled`: somebody gave it up. `not_needed`: nothing was left to say.
       * @enum {string}
       */
      status: 'waiting' | 'sent' | 'failed' | 'cancelled' | 'not_needed';
    };
    MembershipPage: {
      items: components['schemas']['MembershipResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    MembershipResponse: {
      isManager: boolean;
      /** Format: date-time */
      joinedAt: string;
      name: string;
      teamId: string;
    };
    NewApiKeyRequest: {
      /** @default 90 */
      expiresInDays: number;
      /**
       * @description What it is for.
       * @example nightly export
       */
      name: string;
      /**
       * @description Full names, which you hold yourself.
       * @example [
       *       "user:read"
       *     ]
       */
      permissions: string[];
    };
    NewApiKeyResponse: {
      /** @description Neither revoked nor expired. */
      active: boolean;
      /** @description Shown this once, for the `Authorization: Bearer` header. */
      apiKey: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
      name: string;
      /** @description What its owner may do with it, as far as they may do it at all. */
      permissions: string[];
      /** Format: date-time */
      revokedAt: string | null;
      userEmail: string;
      userId: string;
    };
    NewClientSecretResponse: {
      /** @description Shown this once. */
      clientSecret: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string | null;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
    };
    NewServiceAccountRequest: {
      description?: string;
      /** @example billing */
      name: string;
      /**
       * @description Full names, which you hold yourself.
       * @example [
       *       "user:read"
       *     ]
       */
      permissions?: string[];
    };
    NotRestoredResponse: {
      /** @description Of permissions the names, of defaults the types, of all else the ids. */
      ids: string[];
      /** @enum {string} */
      what: 'permission' | 'role' | 'team' | 'default' | 'child' | 'member' | 'parent' | 'above' | 'manager';
      /**
       * @description `gone`: there is no such thing any more. `elsewhere`: it was moved since, and stays there.
       * @enum {string}
       */
      why: 'gone' | 'elsewhere';
    };
    OAuthErrorResponse: {
      error: string;
      error_description: string;
    };
    Object: Record<string, unknown>;
    OwnDataResponse: {
      events: Record<string, unknown>[];
      /** Format: date-time */
      exportedAt: string;
      roles: Record<string, unknown>[];
      sessions: Record<string, unknown>[];
      user: {
        [key: string]: unknown;
      };
    };
    OwnProfileRequest: {
      /** @description Replaces all supplementary data. */
      attributes?: {
        [key: string]: unknown;
      };
      displayName?: string;
      familyName?: string;
      givenName?: string;
      /** @description BCP 47 language tag. */
      locale?: string;
    };
    OwnSessionPage: {
      items: components['schemas']['OwnSessionResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    OwnSessionResponse: {
      active: boolean;
      /** Format: date-time */
      createdAt: string;
      /** @description Whether this request belongs to it. */
      current: boolean;
      /** @description What people call the device, for example `Firefox on Windows`. */
      device: string;
      /** Format: date-time */
      endedAt: string | null;
      /** @enum {string|null} */
      endReason:
        | 'logout'
        | 'ended_by_user'
        | 'ended_by_administrator'
        | 'refresh_token_reuse'
        | 'token_revoked'
        | 'password_changed'
        | 'password_withdrawn'
        | 'authenticators_reset'
        | 'taken_over'
        | 'user_disabled'
        | 'user_deleted'
        | 'impersonation_ended'
        | 'expired'
        | null;
      /**
       * Format: date-time
       * @description When it ends if it is not used before.
       */
      expiresAt: string;
      id: string;
      impersonatorEmail: string | null;
      /** @description Who acts in the user's name by it; null: the user. */
      impersonatorId: string | null;
      ipAddress: string;
      /**
       * @description `token`: a client app. `browser`: the panel.
       * @enum {string}
       */
      kind: 'token' | 'browser';
      /** Format: date-time */
      lastUsedAt: string;
      /**
       * @description How the person came in.
       * @enum {string}
       */
      method: 'password' | 'passkey' | 'federated' | 'email_link' | 'email_code' | 'impersonation';
      userAgent: string;
      userEmail: string;
      userId: string;
    };
    PasskeyLoginRequest: {
      /** @description Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
      deviceToken?: string;
      /** @description As `PublicKeyCredential.toJSON()` gives it. */
      response: Record<string, unknown>;
    };
    PasskeyRequest: {
      /** @description What its owner calls it. */
      name: string;
      /** @description As `PublicKeyCredential.toJSON()` gives it. */
      response: Record<string, unknown>;
    };
    PasskeyResponse: {
      /** Format: date-time */
      createdAt: string;
      id: string;
      /** @description Whether it is kept in the owner's cloud too. */
      isBackedUp: boolean;
      /** Format: date-time */
      lastUsedAt: string | null;
      name: string;
    };
    PasswordFormatRequest: {
      /** @enum {string} */
      name:
        | 'own'
        | 'bcrypt'
        | 'argon2'
        | 'pbkdf2'
        | 'scrypt'
        | 'keycloak'
        | 'django'
        | 'firebase-scrypt'
        | 'salted-sha256'
        | 'salted-sha384'
        | 'salted-sha512';
      /** @description What some formats need beside their name. */
      options?: {
        [key: string]: unknown;
      };
    };
    PermissionGrantPage: {
      items: components['schemas']['PermissionGrantResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    PermissionGrantResponse: {
      /** @description Who gave it; null: the service itself. */
      grantedBy: string | null;
      /** @example deal:read */
      permission: string;
      /** Format: date-time */
      validFrom: string;
      /**
       * Format: date-time
       * @description null: for good.
       */
      validUntil: string | null;
    };
    PermissionPage: {
      items: components['schemas']['PermissionResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    PermissionResponse: {
      action: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Since then no code declares it any more; it still counts.
       */
      deprecatedAt: string | null;
      description: string;
      id: string;
      /** @example deal:read */
      name: string;
      resource: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    PlannedSql: {
      /** @description With `$1` and so on. */
      text: string;
      values: Record<string, unknown>[];
    };
    PlanResponse: {
      /** @description As data: of whom (`me`), of which groups (`mine`, `below`, `above`). */
      condition?: {
        [key: string]: unknown;
      };
      /**
       * @description `ALLOW` all, `DENY` all, or a `CONDITION`.
       * @enum {string}
       */
      effect: 'ALLOW' | 'DENY' | 'CONDITION';
      /** @description Why nothing is left. */
      reason?: string;
      sql?: components['schemas']['PlannedSql'];
    };
    PreviewedDifference: {
      /**
       * Format: date-time
       * @description From when on: now, or when a window opens or closes that the change gives.
       */
      at: string;
      inTeams: components['schemas']['PreviewedTeam'][];
      permissions: components['schemas']['PreviewedPermissions'];
      /**
       * @description Whether what they hold wants a second factor from then on, or no longer does; null: as before.
       * @enum {string|null}
       */
      secondFactor: 'wanted' | 'no_longer_wanted' | null;
      /** @description Visibility groups whose every item they see. */
      seesAllOf: components['schemas']['PreviewedGroups'];
      /** @description Visibility groups whose shared items they see. */
      seesSharedOf: components['schemas']['PreviewedGroups'];
      userCount: number;
      /** @description The first hundred. */
      users: components['schemas']['PreviewedUser'][];
    };
    PreviewedGroups: {
      gains: string[];
      loses: string[];
    };
    PreviewedNames: {
      count: number;
      first: string[];
    };
    PreviewedPermissions: {
      gains: components['schemas']['PreviewedNames'];
      loses: components['schemas']['PreviewedNames'];
    };
    PreviewedTeam: {
      gains: components['schemas']['PreviewedNames'];
      loses: components['schemas']['PreviewedNames'];
      team: string;
      teamId: string;
    };
    PreviewedUser: {
      email: string;
      id: string;
    };
    PreviewRequest: {
      /**
       * @description What would be done.
       * @enum {string}
       */
      change:
        | 'set_role_permissions'
        | 'set_role_parents'
        | 'set_role_second_factor'
        | 'update_role'
        | 'delete_role'
        | 'assign_role'
        | 'revoke_role'
        | 'grant_permission'
        | 'revoke_permission'
        | 'assign_role_to_team'
        | 'revoke_role_from_team'
        | 'add_team_members'
        | 'remove_team_member'
        | 'remove_team_members'
        | 'add_team_manager'
        | 'remove_team_manager'
        | 'update_team'
        | 'delete_team'
        | 'move_visibility_group'
        | 'move_visibility_group_members'
        | 'remove_visibility_group_member'
        | 'add_visibility_group_manager'
        | 'remove_visibility_group_manager'
        | 'set_visibility_group_default'
        | 'update_visibility_group'
        | 'delete_visibility_group';
      description?: string;
      /** Format: uuid */
      groupId?: string;
      /** @description 1, 3, 5 or 7: how widely new items are seen; null: as the groups above say. */
      level?: number | null;
      /** @description How a role, a team or a group would be called. */
      name?: string;
      /**
       * Format: uuid
       * @description The group above; null: at the top.
       */
      parentId?: string | null;
      /** @description All roles that the role would inherit from. */
      parentIds?: string[];
      /** @example deal:read */
      permission?: string;
      /** @description All that the role would hold directly, wildcards allowed. */
      permissions?: string[];
      /** Format: uuid */
      reparentTo?: string;
      /** @description Whether a second factor is wanted. */
      required?: boolean;
      /** Format: uuid */
      roleId?: string;
      /** Format: uuid */
      teamId?: string;
      teamScoped?: boolean;
      /** Format: uuid */
      transferTo?: string;
      /** @description Of items, by the key of their resource. */
      type?: string;
      /** Format: uuid */
      userId?: string;
      /** @description At most 500. */
      userIds?: string[];
      /** Format: date-time */
      validFrom?: string;
      /** Format: date-time */
      validUntil?: string;
    };
    PreviewResponse: {
      /** @description False when so many users are concerned that only the first 5,000 were compared. */
      complete: boolean;
      /** @description What it does to whom: in the order of its moments, the largest part first; at most a hundred. */
      differences: components['schemas']['PreviewedDifference'][];
      /** @description Whether you could not undo it or not enter the panel afterwards, as you can now in this session. */
      locksYouOut: boolean;
      /** @description Users for whom something changes. */
      userCount: number;
    };
    /** @description An error (RFC 9457). Switch on `code`; the titles are for people. */
    Problem: {
      /** @enum {string} */
      code:
        | 'invalid_window'
        | 'invalid_level'
        | 'escalation_refused'
        | 'grant_outlives_own'
        | 'last_superuser'
        | 'cannot_undo'
        | 'system_role'
        | 'revision_gone'
        | 'hierarchy_cycle'
        | 'hierarchy_too_deep'
        | 'separation_of_duty'
        | 'default_group'
        | 'invalid_request'
        | 'invalid_json'
        | 'invalid_cursor'
        | 'unauthenticated'
        | 'invalid_credentials'
        | 'second_factor_required'
        | 'invalid_code'
        | 'invalid_passkey'
        | 'insufficient_user_authentication'
        | 'invalid_refresh_token'
        | 'forbidden'
        | 'not_while_impersonating'
        | 'impersonation_refused'
        | 'password_needs_second_factor'
        | 'cross_site_request'
        | 'federation_refused'
        | 'email_login_off'
        | 'sign_up_closed'
        | 'last_way_in'
        | 'no_second_factor'
        | 'not_found'
        | 'method_not_allowed'
        | 'request_timeout'
        | 'conflict'
        | 'already_exists'
        | 'still_in_use'
        | 'invalid_link'
        | 'version_mismatch'
        | 'payload_too_large'
        | 'unsupported_media_type'
        | 'weak_password'
        | 'invalid_attributes'
        | 'too_many_attempts'
        | 'headers_too_large'
        | 'internal_error'
        | 'overloaded'
        | 'dependency_unavailable';
      /** @description About this very case. */
      detail?: string;
      errors?: components['schemas']['FieldError'][];
      /** @description Under which the log has the details. */
      requestId: string;
      status: number;
      title: string;
      /**
       * Format: uri-reference
       * @description Where the code is explained.
       */
      type: string;
    };
    ProviderResponse: {
      /** @description For people. */
      label: string;
      /** @description In addresses. */
      name: string;
    };
    ReadinessResponse: {
      /** @enum {string} */
      database: 'up' | 'down';
      /**
       * @description `down`: nothing is remembered and requests are slower; the service still works.
       * @enum {string}
       */
      invalidation: 'up' | 'down';
      ready: boolean;
    };
    RecoveryCodesResponse: {
      recoveryCodes: string[];
    };
    RefreshRequest: {
      /** @description From the login or the last refresh. It can be used once. */
      refreshToken: string;
    };
    RefusedRecordResponse: {
      reason: string;
      /** @description Its place in the request, from 1. */
      record: number;
    };
    RegisterCatalogueRequest: {
      resources: components['schemas']['DeclaredResourceRequest'][];
    };
    RegisteredPasskeyResponse: {
      id: string;
      recoveryCodes: string[];
    };
    RememberedDeviceResponse: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      ipAddress: string;
      /** Format: date-time */
      lastUsedAt: string | null;
      userAgent: string;
    };
    ResetPasswordRequest: {
      /** @description At least 15 characters; 8 for an account with a second factor. */
      password: string;
      token: string;
    };
    ResourcePage: {
      items: components['schemas']['ResourceResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    ResourceResponse: {
      /** Format: date-time */
      createdAt: string;
      description: string;
      id: string;
      /** @example deal */
      key: string;
      /** @description The service that owns it. */
      service: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    RoleDescriptionResponse: {
      /** Format: date-time */
      createdAt: string;
      description: string;
      id: string;
      /** @description Everybody has it. */
      isDefault: boolean;
      /** @description Built in: it cannot be changed or deleted. */
      isSystem: boolean;
      /**
       * Format: date-time
       * @description When somebody who has it now – directly, by a team, or by a role that inherits from it – was last active. Whether they
       *     needed it for that is not known. null: none of them was.
       */
      lastUsedAt: string | null;
      name: string;
      /** @description Ids of the roles that it inherits from directly. */
      parentIds: string[];
      /**
       * @example [
       *       "deal:read",
       *       "task:*"
       *     ]
       */
      permissions: string[];
      /** @description Its permissions hold only in sessions that were opened with a second factor. */
      requiresSecondFactor: boolean;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    RoleHolderPage: {
      items: components['schemas']['RoleHolderResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    RoleHolderResponse: {
      /** @description Who gave it; null: the service itself. */
      grantedBy: string | null;
      /** @description E-mail address of the user, or name of the team. */
      name: string;
      /** @description null for a user. */
      teamId: string | null;
      /** @description Holds for resources of the team alone. */
      teamScoped: boolean;
      /** @description null for a team. */
      userId: string | null;
      /** Format: date-time */
      validFrom: string;
      /**
       * Format: date-time
       * @description null: for good.
       */
      validUntil: string | null;
    };
    RolePage: {
      items: components['schemas']['RoleResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    RoleParentsRequest: {
      /** @description Ids of roles. */
      parentIds: string[];
    };
    RolePermissionPage: {
      items: components['schemas']['RolePermissionResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    RolePermissionResponse: {
      /**
       * Format: date-time
       * @description Since then no code declares it any more; it still counts.
       */
      deprecatedAt: string | null;
      /** @description Empty for a wildcard. */
      description: string;
      /** @example deal:read */
      name: string;
    };
    RolePermissionsRequest: {
      /**
       * @description Names and wildcards.
       * @example [
       *       "deal:read",
       *       "task:*"
       *     ]
       */
      permissions: string[];
    };
    RoleResponse: {
      /** Format: date-time */
      createdAt: string;
      description: string;
      id: string;
      /** @description Everybody has it. */
      isDefault: boolean;
      /** @description Built in: it cannot be changed or deleted. */
      isSystem: boolean;
      name: string;
      /** @description Ids of the roles that it inherits from directly. */
      parentIds: string[];
      /**
       * @example [
       *       "deal:read",
       *       "task:*"
       *     ]
       */
      permissions: string[];
      /** @description Its permissions hold only in sessions that were opened with a second factor. */
      requiresSecondFactor: boolean;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    RoleRowResponse: {
      done: boolean;
      error?: components['schemas']['RowError'];
      roleId: string;
    };
    RoleSecondFactorRequest: {
      required: boolean;
    };
    RolesRequest: {
      /** @description Ids of roles. */
      roleIds: string[];
    };
    RotationRequest: {
      /**
       * @description When the new key begins to sign: once every copy of the published keys holds it, or at once.
       * @enum {string}
       */
      activation?: 'after_publication' | 'now';
      /**
       * @description The configured one when nothing is said.
       * @enum {string}
       */
      algorithm?: 'ES256' | 'EdDSA' | 'RS256';
    };
    RowError: {
      code: string;
      detail: string;
    };
    RowResultResponse: {
      done: boolean;
      error?: components['schemas']['RowError'];
      userId: string;
    };
    SearchPageRequest: {
      /** @description At most 1,000; 100 when nothing is said. */
      limit?: number;
      /** @description `next_token` of the page before. */
      token?: string;
    };
    SearchPageResponse: {
      count: number;
      /** @description Empty on the last page. */
      next_token: string;
    };
    SearchRequest: {
      action?: components['schemas']['AuthZenAction'];
      context?: {
        [key: string]: unknown;
      };
      page?: components['schemas']['SearchPageRequest'];
      resource: Record<string, unknown>;
      subject: Record<string, unknown>;
    };
    SearchResponse: {
      context?: {
        [key: string]: unknown;
      };
      page: components['schemas']['SearchPageResponse'];
      /** @description Subjects and resources with `type` and `id`, actions with `name`. */
      results: Record<string, unknown>[];
    };
    SecondFactorRequest: {
      /** @description From the answer `second_factor_required`. */
      challenge: string;
      /** @description Of the app, or a recovery code. */
      code?: string;
      /** @description Of the last login on this device; kept when it is this account's. */
      deviceToken?: string;
      /** @enum {string} */
      method: 'totp' | 'passkey' | 'recovery_code';
      /** @description Whether this device is to be remembered. */
      rememberDevice?: boolean;
      /** @description For a passkey: as `PublicKeyCredential.toJSON()` gives it. */
      response?: Record<string, unknown>;
    };
    SeparationOfDutyPage: {
      items: components['schemas']['SeparationOfDutyResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    SeparationOfDutyResponse: {
      /** @description Nobody may have so many of the roles, or more. */
      cardinality: number;
      /** Format: date-time */
      createdAt: string;
      description: string;
      id: string;
      name: string;
      roleIds: string[];
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    ServiceAccountDetailsResponse: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      description: string;
      /** @description Its `client_id`. */
      id: string;
      name: string;
      permissions: string[];
      secrets: components['schemas']['ClientSecretResponse'][];
      /** @enum {string} */
      status: 'active' | 'disabled';
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    ServiceAccountPage: {
      items: components['schemas']['ServiceAccountResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    ServiceAccountRequest: {
      description?: string;
      /** @example billing */
      name?: string;
      /**
       * @description Full names, which you hold yourself.
       * @example [
       *       "user:read"
       *     ]
       */
      permissions?: string[];
      /**
       * @description `disabled`: its secrets and tokens are refused at once.
       * @enum {string}
       */
      status?: 'active' | 'disabled';
    };
    ServiceAccountResponse: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      description: string;
      /** @description Its `client_id`. */
      id: string;
      name: string;
      permissions: string[];
      /** @enum {string} */
      status: 'active' | 'disabled';
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    ServiceTokenRequest: {
      /** @enum {string} */
      grant_type: 'client_credentials';
      /** @description Permissions, separated by spaces; all that the service has when nothing is said. */
      scope?: string;
    };
    ServiceTokenResponse: {
      access_token: string;
      /** @description Seconds that it lives. */
      expires_in: number;
      /** @description Its permissions, separated by spaces. */
      scope: string;
      /** @enum {string} */
      token_type: 'Bearer';
    };
    SessionPage: {
      items: components['schemas']['SessionResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    SessionResponse: {
      active: boolean;
      /** Format: date-time */
      createdAt: string;
      /** @description What people call the device, for example `Firefox on Windows`. */
      device: string;
      /** Format: date-time */
      endedAt: string | null;
      /** @enum {string|null} */
      endReason:
        | 'logout'
        | 'ended_by_user'
        | 'ended_by_administrator'
        | 'refresh_token_reuse'
        | 'token_revoked'
        | 'password_changed'
        | 'password_withdrawn'
        | 'authenticators_reset'
        | 'taken_over'
        | 'user_disabled'
        | 'user_deleted'
        | 'impersonation_ended'
        | 'expired'
        | null;
      /**
       * Format: date-time
       * @description When it ends if it is not used before.
       */
      expiresAt: string;
      id: string;
      impersonatorEmail: string | null;
      /** @description Who acts in the user's name by it; null: the user. */
      impersonatorId: string | null;
      ipAddress: string;
      /**
       * @description `token`: a client app. `browser`: the panel.
       * @enum {string}
       */
      kind: 'token' | 'browser';
      /** Format: date-time */
      lastUsedAt: string;
      /**
       * @description How the person came in.
       * @enum {string}
       */
      method: 'password' | 'passkey' | 'federated' | 'email_link' | 'email_code' | 'impersonation';
      userAgent: string;
      userEmail: string;
      userId: string;
    };
    SetPasswordRequest: {
      /** @description At least 15 characters; 8 for an account with a second factor. */
      password: string;
    };
    SettingBody: {
      /** @description Written as in the environment. */
      value: string;
    };
    SettingList: {
      items: components['schemas']['SettingResponse'][];
    };
    SettingResponse: {
      /** Format: date-time */
      changedAt: string | null;
      /** @description UUID of who changed it last. */
      changedBy: string | null;
      default: string;
      description: string;
      /** @description What holds when it is reset: of the environment, or the default. */
      environment: string;
      group: string;
      isChanged: boolean;
      /** @enum {string} */
      name:
        | 'LOG_LEVEL'
        | 'PASSWORD_MIN_LENGTH'
        | 'PASSWORD_MIN_LENGTH_BESIDE_FACTOR'
        | 'PASSWORD_BLOCKED_WORDS'
        | 'LOGIN_FAILURES_PER_ACCOUNT'
        | 'LOGIN_FAILURES_PER_NETWORK'
        | 'LOGIN_FAILURES_PER_ACCOUNT_OVERALL'
        | 'LOGIN_FAILURES_PER_PASSWORD'
        | 'LOGIN_FAILURE_WINDOW_SECONDS'
        | 'SIGN_UP'
        | 'SIGN_UP_DOMAINS'
        | 'ACCOUNT_REQUESTS_PER_HOUR'
        | 'MAILS_PER_ADDRESS_PER_HOUR'
        | 'MAIL_RETENTION_DAYS';
      shape: components['schemas']['SettingShapeResponse'];
      /** @description What holds now. */
      value: string;
      /** @description 0 before the first change. */
      version: number;
    };
    SettingShapeResponse: {
      max?: number;
      /** @description Of a number. */
      min?: number;
      /** @description Of a choice. */
      options?: string[];
      /** @enum {string} */
      type: 'number' | 'choice' | 'list';
    };
    SigningKeyList: {
      items: components['schemas']['SigningKeyResponse'][];
    };
    SigningKeyResponse: {
      /** Format: date-time */
      activatedAt: string | null;
      /**
       * Format: date-time
       * @description When it is due to sign.
       */
      activatesAt: string | null;
      /** @enum {string} */
      algorithm: 'ES256' | 'EdDSA' | 'RS256';
      /** Format: date-time */
      createdAt: string;
      /** @description `kid` of the tokens it signs. */
      id: string;
      /** Format: date-time */
      removedAt: string | null;
      /** Format: date-time */
      retiredAt: string | null;
      /**
       * @description `next`: published; `active`: signs; `retired`: its tokens are still good; `removed`: they are not.
       * @enum {string}
       */
      status: 'next' | 'active' | 'retired' | 'removed';
      /** Format: date-time */
      verifiesUntil: string | null;
    };
    SignUpRequest: {
      displayName?: string;
      /**
       * Format: email
       * @example ada@example.test
       */
      email: string;
      familyName?: string;
      givenName?: string;
      /** @description BCP 47 language tag, also of the mails. */
      locale?: string;
      /** @description At least 15 characters. */
      password: string;
    };
    SnapshotResponse: {
      groups: Record<string, unknown>[];
      /** @description The service's clock. */
      now: number;
      /** @description The catalogue. */
      permissions: string[];
      rev: number;
      roles: Record<string, unknown>[];
      teams: Record<string, unknown>[];
    };
    StepUpRequest: {
      /** @description Of the app, or a recovery code. */
      code?: string;
      /** @enum {string} */
      method: 'password' | 'totp' | 'passkey' | 'recovery_code';
      password?: string;
      /** @description For a passkey: as `PublicKeyCredential.toJSON()` gives it. */
      response?: Record<string, unknown>;
    };
    StepUpResponse: {
      accessToken: string;
      /** @description Seconds that the access token lives. */
      expiresIn: number;
      /** @enum {string} */
      tokenType: 'Bearer';
    };
    StoryEntryResponse: {
      /** Format: date-time */
      at: string;
      /** @description What there is beside the kind: the login's method, what was shown, seconds, why it ended, or which limit was reached. */
      detail: string | null;
      /** @description On what, if that is known. */
      device: string | null;
      /** @description From where, if that is known. */
      ipAddress: string | null;
      /** @enum {string} */
      kind:
        'reused' | 'expired' | 'strengthened' | 'repeated' | 'race_lost' | 'opened' | 'refreshed' | 'ended';
      /** @description What happened, in a sentence. */
      text: string;
    };
    StoryPage: {
      items: components['schemas']['StoryEntryResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    SubjectPage: {
      items: Record<string, unknown>[];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    TeamInvitationPage: {
      items: components['schemas']['TeamInvitationResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    TeamInvitationRequest: {
      /** Format: email */
      email: string;
    };
    TeamInvitationResponse: {
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      email: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      /** @description UUID of the user who invited. */
      invitedBy: string | null;
      teamId: string;
    };
    TeamMemberPage: {
      items: components['schemas']['TeamMemberResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    TeamMemberResponse: {
      displayName: string;
      email: string;
      /** @description Managers say who is in the team. */
      isManager: boolean;
      /** Format: date-time */
      joinedAt: string;
      userId: string;
    };
    TeamPage: {
      items: components['schemas']['TeamResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    TeamResponse: {
      /** Format: date-time */
      createdAt: string;
      description: string;
      id: string;
      memberCount: number;
      name: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    TeamRolePage: {
      items: components['schemas']['TeamRoleResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    TeamRoleRequest: {
      /** @description Holds for resources of the team alone; everywhere when nothing is said. */
      teamScoped?: boolean;
      /**
       * Format: date-time
       * @description From when on; at once when nothing is said.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description Until when; for good when nothing is said.
       */
      validUntil?: string;
    };
    TeamRoleResponse: {
      /** @description Who gave it; null: the service itself. */
      grantedBy: string | null;
      name: string;
      roleId: string;
      /** @description Holds for resources of the team alone, rather than everywhere. */
      teamScoped: boolean;
      /** Format: date-time */
      validFrom: string;
      /**
       * Format: date-time
       * @description null: for good.
       */
      validUntil: string | null;
    };
    TokenRequest: {
      /** @description An access token, a refresh token or an API key. */
      token: string;
      /** @description Not needed, and not looked at. */
      token_type_hint?: string;
    };
    TokenResponse: {
      /** @description JWT after RFC 9068, for the `Authorization: Bearer` header. */
      accessToken: string;
      /** @description At a login: for this device to keep, and to send with its next login. */
      deviceToken?: string;
      /** @description Seconds that the access token lives. */
      expiresIn: number;
      /** @description For the next refresh, and only that one. */
      refreshToken: string;
      sessionId: string;
      /** @enum {string} */
      tokenType: 'Bearer';
    };
    TotpEnrolmentResponse: {
      /** @description The picture (QR code) as SVG. */
      picture: string;
      /** @description The secret in Base32, to be typed where there is no camera. */
      secret: string;
      /** @description `otpauth://…`, for a picture that the app reads. */
      uri: string;
    };
    TotpResponse: {
      /** Format: date-time */
      confirmedAt: string;
      /** Format: date-time */
      lastUsedAt: string | null;
    };
    UndoPreviewResponse: {
      /** @description False when so many users are concerned that only the first 5,000 were compared. */
      complete: boolean;
      /** @description What it does to whom: in the order of its moments, the largest part first; at most a hundred. */
      differences: components['schemas']['PreviewedDifference'][];
      /** @description Whether you could not undo it or not enter the panel afterwards, as you can now in this session. */
      locksYouOut: boolean;
      /** @description Of a deletion: what does not come back with it. */
      notRestored: components['schemas']['NotRestoredResponse'][];
      /** @description Users for whom something changes. */
      userCount: number;
    };
    UpdatePermissionRequest: {
      /** @description Marks it as no longer declared by any code. */
      deprecated?: boolean;
      description?: string;
    };
    UpdateResourceRequest: {
      description?: string;
      /** @description The service that owns it. */
      service?: string;
    };
    UpdateResponse: {
      /** @description null when the tree is the same. */
      groups: Record<string, unknown>[] | null;
      /** @description The service's clock: milliseconds since 1970. */
      now: number;
      /** @description null when the catalogue is the same. */
      permissions: string[] | null;
      rev: number;
      roles: Record<string, unknown>[];
      since: number;
      teams: Record<string, unknown>[];
      /** @description Ids of changed roles and teams; those of them that are not below are gone. */
      touched: string[];
      users: Record<string, unknown>[];
    };
    UpdateRoleRequest: {
      description?: string;
      name?: string;
      /**
       * @description Names and wildcards.
       * @example [
       *       "deal:read",
       *       "task:*"
       *     ]
       */
      permissions?: string[];
    };
    UpdateSeparationOfDutyRequest: {
      /** @description Nobody may have so many of the roles, or more; 2 when nothing is said. */
      cardinality?: number;
      description?: string;
      name?: string;
      /** @description Ids of the roles that must be apart. */
      roleIds?: string[];
    };
    UpdateTeamRequest: {
      description?: string;
      name?: string;
    };
    UpdateUserRequest: {
      /** @description Replaces all supplementary data. */
      attributes?: {
        [key: string]: unknown;
      };
      displayName?: string;
      /**
       * Format: email
       * @example ada@example.test
       */
      email?: string;
      familyName?: string;
      givenName?: string;
      /** @description BCP 47 language tag. */
      locale?: string;
      /**
       * @description `disabled` ends all sessions.
       * @enum {string}
       */
      status?: 'active' | 'disabled';
    };
    UpdateVisibilityGroupRequest: {
      description?: string;
      name?: string;
    };
    UserPage: {
      items: components['schemas']['UserResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    UserResponse: {
      /** @description Supplementary data, checked against the configured JSON Schema. */
      attributes: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      createdAt: string;
      displayName: string;
      /** @example ada@example.test */
      email: string;
      emailVerified: boolean;
      familyName: string;
      givenName: string;
      id: string;
      /** Format: date-time */
      lastLoginAt: string | null;
      /** @description BCP 47 language tag. */
      locale: string;
      /** @enum {string} */
      status: 'active' | 'disabled';
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    UserRolePage: {
      items: components['schemas']['UserRoleResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    UserRoleResponse: {
      /** @description Who gave it; null: the service itself. */
      grantedBy: string | null;
      name: string;
      roleId: string;
      /** Format: date-time */
      validFrom: string;
      /**
       * Format: date-time
       * @description null: for good.
       */
      validUntil: string | null;
    };
    UsersRequest: {
      /** @description Ids of users. */
      userIds: string[];
    };
    UserVisibilityGroupResponse: {
      id: string;
      isDefault: boolean;
      /**
       * Format: date-time
       * @description null: in the default group for want of another.
       */
      joinedAt: string | null;
      name: string;
      /** @description The short number that other services keep beside their records. */
      number: number;
    };
    ValidityRequest: {
      /**
       * Format: date-time
       * @description From when on; at once when nothing is said.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description Until when; for good when nothing is said.
       */
      validUntil?: string;
    };
    VisibilityGroupNodeResponse: {
      /** @description The groups directly below, by name. */
      children: components['schemas']['VisibilityGroupNodeResponse'][];
      id: string;
      isDefault: boolean;
      /** @description Users who were put here. */
      memberCount: number;
      name: string;
      number: number;
    };
    VisibilityGroupPage: {
      items: components['schemas']['VisibilityGroupResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    VisibilityGroupParentRequest: {
      /**
       * Format: uuid
       * @description The group above; null: at the top.
       */
      parentId: string | null;
    };
    VisibilityGroupResponse: {
      /** Format: date-time */
      createdAt: string;
      /** @description How many groups there are from the top down to this one, at most 16. */
      depth: number;
      description: string;
      id: string;
      /** @description The group of everybody who is in no other. */
      isDefault: boolean;
      /** @description Users who were put here. Who is in the default group for want of another is not counted. */
      memberCount: number;
      name: string;
      /** @description The short number that other services keep beside their records. It never changes and is never used again. */
      number: number;
      /** @description The group above; null at the top. */
      parentId: string | null;
      /** Format: date-time */
      updatedAt: string;
      /** @description Counts the changes; send it as `If-Match` with the next one. */
      version: number;
    };
    VisibilityGroupTreeResponse: {
      /** @description The groups at the top, by name. */
      items: components['schemas']['VisibilityGroupNodeResponse'][];
    };
    WhoCanPage: {
      items: components['schemas']['WhoCanResponse'][];
      /** @description Where the next page begins; null on the last one. */
      nextCursor: string | null;
    };
    WhoCanRequest: {
      /**
       * Format: date-time
       * @description A past moment; now when nothing is said.
       */
      at?: string;
      /** @description `nextCursor` of the page before. */
      cursor?: string;
      /**
       * @description People on a page.
       * @default 50
       */
      limit: number;
      /** @example deal:read */
      permission: string;
      /**
       * Format: uuid
       * @description Of the team to which the resource belongs; without it what holds in a team alone does not count.
       */
      teamId?: string;
    };
    WhoCanResponse: {
      email: string;
      /** @description The shortest way from the user over teams and roles to the permission. */
      path: Record<string, unknown>[];
      userId: string;
    };
  };
  responses: never;
  parameters: {
    /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
    ChangeReason: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  authZenConfiguration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthZenConfiguration'];
        };
      };
    };
  };
  authorizationServerFindByIssuer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthorizationServerResponse'];
        };
      };
    };
  };
  authZenEvaluate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvaluationRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationResponse'];
        };
      };
    };
  };
  authZenEvaluateAll: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvaluationsRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationsResponse'];
        };
      };
    };
  };
  authZenSearchActions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchResponse'];
        };
      };
    };
  };
  authZenSearchResources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchResponse'];
        };
      };
    };
  };
  authZenSearchSubjects: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchResponse'];
        };
      };
    };
  };
  jwksJwks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JwksResponse'];
        };
      };
    };
  };
  authorizationServerFind: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthorizationServerResponse'];
        };
      };
    };
  };
  healthLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LivenessResponse'];
        };
      };
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessResponse'];
        };
      };
    };
  };
  sessionList: {
    parameters: {
      query?: {
        /** @description `true`: live ones; `false`: ended and expired ones. */
        active?: boolean;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Whose. */
        userId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPage'];
        };
      };
    };
  };
  sessionFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionResponse'];
        };
      };
    };
  };
  sessionEnd: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  sessionStory: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoryPage'];
        };
      };
    };
  };
  apiKeyList: {
    parameters: {
      query?: {
        /** @description `true`: good ones; `false`: revoked and expired ones. */
        active?: boolean;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Whose. */
        userId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
    };
  };
  apiKeyFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyResponse'];
        };
      };
    };
  };
  apiKeyRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  auditList: {
    parameters: {
      query?: {
        /** @description What happened, for example `user.created`. */
        action?: string;
        /** @description Who acted. */
        actorId?: string;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Not before this moment. */
        from?: string;
        /** @description Who acted in the name of others. */
        impersonatorId?: string;
        /** @description Items on a page. */
        limit?: number;
        outcome?: 'success' | 'failure' | 'denied';
        requestId?: string;
        subjectId?: string;
        /** @description For example `user` or `role`. */
        subjectType?: string;
        /** @description Before this moment. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
    };
  };
  auditFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventResponse'];
        };
      };
    };
  };
  undoUndo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  undoPreview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UndoPreviewResponse'];
        };
      };
    };
  };
  auditExport: {
    parameters: {
      query?: {
        /** @description What happened, for example `user.created`. */
        action?: string;
        /** @description Who acted. */
        actorId?: string;
        /** @description `jsonl`: a JSON object a line. */
        format?: 'jsonl' | 'csv';
        /** @description Not before this moment. */
        from?: string;
        /** @description Who acted in the name of others. */
        impersonatorId?: string;
        outcome?: 'success' | 'failure' | 'denied';
        requestId?: string;
        subjectId?: string;
        /** @description For example `user` or `role`. */
        subjectType?: string;
        /** @description Before this moment. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/jsonl': string;
          'text/csv': string;
        };
      };
    };
  };
  auditVerify: {
    parameters: {
      query?: {
        /** @description Where the part before ended; 0 at the beginning. */
        after?: components['schemas']['Object'];
        /** @description Entries to verify. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChainCheckResponse'];
        };
      };
    };
  };
  followChanges: {
    parameters: {
      query: {
        /** @description The revision that is known already. */
        since: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateResponse'];
        };
      };
    };
  };
  followEndedSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndedSessionsResponse'];
        };
      };
    };
  };
  followEvents: {
    parameters: {
      query?: {
        /** @description The revision that is known already; the present one when nothing is said. */
        since?: number;
      };
      header: {
        authorization: string;
        /** @description The revision that was reached. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': Record<string, unknown>;
        };
      };
    };
  };
  explainExplain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExplainRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplanationResponse'];
        };
      };
    };
  };
  explainPlan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanResponse'];
        };
      };
    };
  };
  previewPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreviewResponse'];
        };
      };
    };
  };
  followSnapshot: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotResponse'];
        };
      };
    };
  };
  followUsers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Users on a page. */
        limit?: components['schemas']['Object'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubjectPage'];
        };
      };
    };
  };
  whoCanWhoCan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WhoCanRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhoCanPage'];
        };
      };
    };
  };
  accountResend: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmailRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  accountVerify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  federationExchange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExchangeRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FederatedTokenResponse'];
        };
      };
    };
  };
  federationProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderResponse'][];
        };
      };
    };
  };
  invitationList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationPage'];
        };
      };
    };
  };
  invitationInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationResponse'];
        };
      };
    };
  };
  invitationFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationResponse'];
        };
      };
    };
  };
  invitationCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  invitationAccept: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptInvitationRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  jobList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobList'];
        };
      };
    };
  };
  jobCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  jobRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  logLevelFind: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogLevelBody'];
        };
      };
    };
  };
  logLevelChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogLevelBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  authLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
    };
  };
  secondFactorRequestEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmailLoginRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmailLoginResponse'];
        };
      };
    };
  };
  secondFactorEmailCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmailCodeRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
    };
  };
  secondFactorPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyLoginRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
    };
  };
  secondFactorPasskeyOptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, unknown>;
        };
      };
    };
  };
  secondFactorSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
    };
  };
  secondFactorSecondFactorOptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChallengeRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, unknown>;
        };
      };
    };
  };
  authLogout: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  mailList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the address. */
        search?: string;
        status?: 'waiting' | 'sent' | 'failed' | 'cancelled' | 'not_needed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailPage'];
        };
      };
    };
  };
  mailFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailResponse'];
        };
      };
    };
  };
  mailCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  mailSendAgain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  oAuthIntrospect: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['TokenRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntrospectionResponse'];
        };
      };
    };
  };
  oAuthRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['TokenRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  oAuthToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['ServiceTokenRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceTokenResponse'];
        };
      };
    };
  };
  accountForgot: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmailRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  accountReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetPasswordRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  permissionList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description `true`: those that no code declares any more; `false`: all others. */
        deprecated?: boolean;
        /** @description Items on a page. */
        limit?: number;
        /** @description Those of this resource, by its key. */
        resource?: string;
        /** @description Part of the name or of the description. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionPage'];
        };
      };
    };
  };
  permissionCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePermissionRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionResponse'];
        };
      };
    };
  };
  permissionFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionResponse'];
        };
      };
    };
  };
  permissionRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  permissionUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdatePermissionRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionResponse'];
        };
      };
    };
  };
  authRefresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
    };
  };
  accountRegister: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignUpRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  resourceList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
        /** @description Those of this service. */
        service?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourcePage'];
        };
      };
    };
  };
  resourceCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateResourceRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceResponse'];
        };
      };
    };
  };
  resourceFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceResponse'];
        };
      };
    };
  };
  resourceRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  resourceUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateResourceRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceResponse'];
        };
      };
    };
  };
  roleList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description `true`: the built-in ones; `false`: all others. */
        isSystem?: boolean;
        /** @description Items on a page. */
        limit?: number;
        /** @description Those that inherit from this role directly. */
        parentId?: string;
        /** @description Those that bring this permission: by name, by a wildcard or by inheritance. */
        permission?: string;
        /** @description Part of the name or of the description. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolePage'];
        };
      };
    };
  };
  roleCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRoleRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
    };
  };
  roleFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleDescriptionResponse'];
        };
      };
    };
  };
  roleRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  roleUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRoleRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
    };
  };
  roleAssignmentList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Users alone, or teams alone. */
        holder?: 'user' | 'team';
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
        /** @description `current`: in force now; `future`: begins later; `ended`: is over. */
        state?: 'current' | 'future' | 'ended';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleHolderPage'];
        };
      };
    };
  };
  roleAssignmentAssign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkAssignmentRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResponse'];
        };
      };
    };
  };
  roleAssignmentRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UsersRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResponse'];
        };
      };
    };
  };
  roleParents: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolePage'];
        };
      };
    };
  };
  roleSetParents: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleParentsRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
    };
  };
  rolePermissions: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolePermissionPage'];
        };
      };
    };
  };
  roleSetPermissions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RolePermissionsRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
    };
  };
  roleSetSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleSecondFactorRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
    };
  };
  separationOfDutyList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Those that name this role. */
        roleId?: string;
        /** @description Part of the name or of the description. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeparationOfDutyPage'];
        };
      };
    };
  };
  separationOfDutyCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSeparationOfDutyRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeparationOfDutyResponse'];
        };
      };
    };
  };
  separationOfDutyFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeparationOfDutyResponse'];
        };
      };
    };
  };
  separationOfDutyRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  separationOfDutyUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateSeparationOfDutyRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeparationOfDutyResponse'];
        };
      };
    };
  };
  serviceAccountList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccountPage'];
        };
      };
    };
  };
  serviceAccountCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewServiceAccountRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccountResponse'];
        };
      };
    };
  };
  serviceAccountFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccountDetailsResponse'];
        };
      };
    };
  };
  serviceAccountDelete: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  serviceAccountUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceAccountRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccountResponse'];
        };
      };
    };
  };
  serviceAccountAddSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClientSecretRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewClientSecretResponse'];
        };
      };
    };
  };
  serviceAccountRemoveSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        secretId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  serviceCatalogueRegister: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        /** @description The service's name. */
        service: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterCatalogueRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatalogueRegistrationResponse'];
        };
      };
    };
  };
  ownSessionList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnSessionPage'];
        };
      };
    };
  };
  ownSessionEndOthers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownSessionEnd: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownSessionStory: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoryPage'];
        };
      };
    };
  };
  settingsList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingList'];
        };
      };
    };
  };
  settingsChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        /** @description As in the environment, for example `LOG_LEVEL`. */
        name:
          | 'LOG_LEVEL'
          | 'PASSWORD_MIN_LENGTH'
          | 'PASSWORD_MIN_LENGTH_BESIDE_FACTOR'
          | 'PASSWORD_BLOCKED_WORDS'
          | 'LOGIN_FAILURES_PER_ACCOUNT'
          | 'LOGIN_FAILURES_PER_NETWORK'
          | 'LOGIN_FAILURES_PER_ACCOUNT_OVERALL'
          | 'LOGIN_FAILURES_PER_PASSWORD'
          | 'LOGIN_FAILURE_WINDOW_SECONDS'
          | 'SIGN_UP'
          | 'SIGN_UP_DOMAINS'
          | 'ACCOUNT_REQUESTS_PER_HOUR'
          | 'MAILS_PER_ADDRESS_PER_HOUR'
          | 'MAIL_RETENTION_DAYS';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettingBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  settingsReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        /** @description As in the environment, for example `LOG_LEVEL`. */
        name:
          | 'LOG_LEVEL'
          | 'PASSWORD_MIN_LENGTH'
          | 'PASSWORD_MIN_LENGTH_BESIDE_FACTOR'
          | 'PASSWORD_BLOCKED_WORDS'
          | 'LOGIN_FAILURES_PER_ACCOUNT'
          | 'LOGIN_FAILURES_PER_NETWORK'
          | 'LOGIN_FAILURES_PER_ACCOUNT_OVERALL'
          | 'LOGIN_FAILURES_PER_PASSWORD'
          | 'LOGIN_FAILURE_WINDOW_SECONDS'
          | 'SIGN_UP'
          | 'SIGN_UP_DOMAINS'
          | 'ACCOUNT_REQUESTS_PER_HOUR'
          | 'MAILS_PER_ADDRESS_PER_HOUR'
          | 'MAIL_RETENTION_DAYS';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signingKeyList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningKeyList'];
        };
      };
    };
  };
  signingKeyRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningKeyResponse'];
        };
      };
    };
  };
  signingKeyRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  secondFactorAgain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StepUpRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepUpResponse'];
        };
      };
    };
  };
  secondFactorStepUpOptions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, unknown>;
        };
      };
    };
  };
  teamInvitationAccept: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptTeamInvitationRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
        /** @description Those that this user is in. */
        userId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamPage'];
        };
      };
    };
  };
  teamCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTeamRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamResponse'];
        };
      };
    };
  };
  teamFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamResponse'];
        };
      };
    };
  };
  teamRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateTeamRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamResponse'];
        };
      };
    };
  };
  teamInvitationList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
        /** @description `open`: can be accepted; `expired`: can be no more. */
        state?: 'open' | 'accepted' | 'expired';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamInvitationPage'];
        };
      };
    };
  };
  teamInvitationInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TeamInvitationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamInvitationResponse'];
        };
      };
    };
  };
  teamInvitationCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamMemberManagers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamMemberPage'];
        };
      };
    };
  };
  teamMemberAddManager: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamMemberRemoveManager: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamMemberMembers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamMemberPage'];
        };
      };
    };
  };
  teamMemberAddMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UsersRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResponse'];
        };
      };
    };
  };
  teamMemberAdd: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamMemberRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamMemberRemoveMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UsersRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResponse'];
        };
      };
    };
  };
  teamRoleList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
        /** @description `current`: in force now; `future`: begins later; `ended`: is over. */
        state?: 'current' | 'future' | 'ended';
      };
      header?: never;
      path: {
        teamId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamRolePage'];
        };
      };
    };
  };
  teamRoleAssign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        roleId: string;
        teamId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TeamRoleRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  teamRoleRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        roleId: string;
        teamId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the e-mail address or of a name. */
        search?: string;
        sort?: 'createdAt' | '-createdAt' | 'email' | '-email' | 'displayName' | '-displayName';
        status?: 'active' | 'disabled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
    };
  };
  userCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
    };
  };
  userFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
    };
  };
  userRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUserRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
    };
  };
  userAuthenticatorList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthenticatorsResponse'];
        };
      };
    };
  };
  userAuthenticatorReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  impersonationBegin: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImpersonationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImpersonationResponse'];
        };
      };
    };
  };
  userSetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPasswordRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userPasswordForceReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  effectivePermissionOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectivePermissionsResponse'];
        };
      };
    };
  };
  teamOfUser: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MembershipPage'];
        };
      };
    };
  };
  userVisibilityGroupOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserVisibilityGroupResponse'];
        };
      };
    };
  };
  permissionGrantList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
        /** @description `current`: in force now; `future`: begins later; `ended`: is over. */
        state?: 'current' | 'future' | 'ended';
      };
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionGrantPage'];
        };
      };
    };
  };
  permissionGrantGrant: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        permission: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValidityRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  permissionGrantRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        permission: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userRoleList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of the name or of the description. */
        search?: string;
        /** @description `current`: in force now; `future`: begins later; `ended`: is over. */
        state?: 'current' | 'future' | 'ended';
      };
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserRolePage'];
        };
      };
    };
  };
  userRoleAssignMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkRolesRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRolesResponse'];
        };
      };
    };
  };
  userRoleAssign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        roleId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValidityRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userRoleRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        roleId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userRoleRevokeMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RolesRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRolesResponse'];
        };
      };
    };
  };
  userTransferExport: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportPage'];
        };
      };
    };
  };
  userTransferImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportUsersRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportUsersResponse'];
        };
      };
    };
  };
  userMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
    };
  };
  userUpdateMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnProfileRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
    };
  };
  ownApiKeyList: {
    parameters: {
      query?: {
        /** @description `true`: good ones; `false`: revoked and expired ones. */
        active?: boolean;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
    };
  };
  ownApiKeyCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewApiKeyRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiKeyResponse'];
        };
      };
    };
  };
  ownApiKeyRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAuthenticatorList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthenticatorsResponse'];
        };
      };
    };
  };
  ownAuthenticatorDeleteDevice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAuthenticatorAddPasskey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredPasskeyResponse'];
        };
      };
    };
  };
  ownAuthenticatorDeletePasskey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAuthenticatorPasskeyOptions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, unknown>;
        };
      };
    };
  };
  ownAuthenticatorRenewCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesResponse'];
        };
      };
    };
  };
  ownAuthenticatorBeginTotp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpEnrolmentResponse'];
        };
      };
    };
  };
  ownAuthenticatorDeleteTotp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAuthenticatorConfirmTotp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesResponse'];
        };
      };
    };
  };
  ownAccountClose: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseAccountRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAccountPendingEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmailChangeResponse'];
        };
      };
    };
  };
  ownAccountChangeEmail: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeEmailRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAccountCancelEmail: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAccountExport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnDataResponse'];
        };
      };
    };
  };
  federationIdentities: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityResponse'][];
        };
      };
    };
  };
  federationUnlink: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownAccountChangePassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  effectivePermissionMine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectivePermissionsResponse'];
        };
      };
    };
  };
  ownTeamList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MembershipPage'];
        };
      };
    };
  };
  ownTeamLeave: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownTeamInvitations: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
        /** @description `open`: can be accepted; `expired`: can be no more. */
        state?: 'open' | 'accepted' | 'expired';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamInvitationPage'];
        };
      };
    };
  };
  ownTeamInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TeamInvitationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamInvitationResponse'];
        };
      };
    };
  };
  ownTeamCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownTeamMembers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, a description or an e-mail address: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamMemberPage'];
        };
      };
    };
  };
  ownTeamAdd: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ownTeamRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  userVisibilityGroupMine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserVisibilityGroupResponse'];
        };
      };
    };
  };
  visibilityGroupList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Those directly below this one. */
        parentId?: string;
        /** @description Part of a name, an e-mail address or a description: of what the list shows. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupPage'];
        };
      };
    };
  };
  visibilityGroupCreate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateVisibilityGroupRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupResponse'];
        };
      };
    };
  };
  visibilityGroupFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupResponse'];
        };
      };
    };
  };
  visibilityGroupRemove: {
    parameters: {
      query?: {
        /** @description The group above its children from then on; needed when it has any. */
        reparentTo?: string;
        /** @description The group of its members from then on; needed when it has any. */
        transferTo?: string;
      };
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  visibilityGroupUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateVisibilityGroupRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupResponse'];
        };
      };
    };
  };
  defaultLevelList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, an e-mail address or a description: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DefaultLevelPage'];
        };
      };
    };
  };
  defaultLevelSet: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        type: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DefaultLevelRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DefaultLevelResponse'];
        };
      };
    };
  };
  defaultLevelClear: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  defaultLevelEffective: {
    parameters: {
      query: {
        /** @description Key of a resource. */
        type: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectiveDefaultResponse'];
        };
      };
    };
  };
  groupManagerList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, an e-mail address or a description: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupManagerPage'];
        };
      };
    };
  };
  groupManagerAdd: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  groupManagerRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  groupMemberList: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Items on a page. */
        limit?: number;
        /** @description Part of a name, an e-mail address or a description: of what the list shows. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupMemberPage'];
        };
      };
    };
  };
  groupMemberPutMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UsersRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResponse'];
        };
      };
    };
  };
  groupMemberPut: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  groupMemberRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  visibilityGroupMove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why you change it: UTF-8, percent-encoded, at most 500 characters once decoded. The audit log keeps it with what was changed. */
        'X-Change-Reason'?: components['parameters']['ChangeReason'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VisibilityGroupParentRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupResponse'];
        };
      };
    };
  };
  visibilityGroupTree: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibilityGroupTreeResponse'];
        };
      };
    };
  };
}
