import type { AppConfig } from './core/config/index.js';

/** What is known only once the service runs. */
export interface RunningService {
  /** Where it listens. */
  readonly url: string;
  /** The link to make the first administrator, while there is none. */
  readonly setupLink: string | null;
  readonly embedded: boolean;
}

/** A few lines that say where everything is. */
export function describeService(
  { publicUrl, dataDir, databaseUrl }: AppConfig,
  service: RunningService,
): string {
  const lines = [
    ['Service', `${publicUrl}/ (listening on ${service.url})`],
    ['API', `${publicUrl}/auth/v1`],
    ['Panel', `${publicUrl}/auth/admin`],
    ['Account', `${publicUrl}/auth/account (login, sign-up and own account for everybody)`],
    ['Documents', `${publicUrl}/auth/mkdocs/, /auth/docs, /auth/redoc, /auth/openapi.json`],
    ['Database', service.embedded ? `embedded, in ${dataDir}` : new URL(databaseUrl ?? '').host],
  ];
  const table = lines.map(([name = '', value = '']) => `  ${name.padEnd(10)} ${value}`).join('\n');
  const setup =
    service.setupLink === null
      ? ''
      : `\n  Make the first administrator (once, within a day):\n  ${service.setupLink}\n`;
  return `\nAuth Service is ready.\n\n${table}\n${setup}\n`;
}
