/**
 * The authorisation revision, as a column of a statement that is on its way anyway. Tokens carry it as `arv`: whoever
 * decides by a copy of the roles knows by it that the copy is too old.
 */
export const CURRENT_REVISION = `(SELECT rev::float8 FROM authorization_revision) AS "authorizationRevision"`;
