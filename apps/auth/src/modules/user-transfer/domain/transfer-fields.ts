/** What is exported of a user, in the order of a CSV file's columns. */
export const exportedFields = [
  'externalId',
  'email',
  'emailVerified',
  'displayName',
  'givenName',
  'familyName',
  'locale',
  'status',
  'createdAt',
  'roles',
  'attributes',
] as const;

/** What may be imported. */
export const importedFields = [
  ...exportedFields,
  'passwordHash',
  'passwordSalt',
  'dryRunCleartextPassword',
] as const;
