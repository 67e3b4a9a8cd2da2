/** The embedded PostgreSQL cannot run. The message is for whoever starts the service and says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
