import type { Settings } from './settings.schema.js';

/** Secrets that stand in examples. They are public, so production refuses them. */
const SAMPLE_SECRETS = [
  'change-me',
  'changeme',
  'postgres',
  'password',
  'secret',
  'sample',
  'example',
  'admin',
];

/**
 * What production refuses although the types are right.
 *
 * @returns a sentence per fault, each naming the setting; empty when all is well
 */
export function productionFaults(settings: Settings): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const faults: string[] = [];
  const key = settings.KEY_ENCRYPTION_KEY;
  if (key === undefined) faults.push('KEY_ENCRYPTION_KEY: required in production (openssl rand -base64 32)');
  else if (new Set(Buffer.from(key, 'base64')).size < 12) {
    faults.push('KEY_ENCRYPTION_KEY: is a sample, make your own (openssl rand -base64 32)');
  }
  const secrets = {
    DATABASE_URL: passwordOf(settings.DATABASE_URL),
    REDIS_URL: passwordOf(settings.REDIS_URL),
    SMTP_URL: passwordOf(settings.SMTP_URL),
    BOOTSTRAP_ADMIN_PASSWORD: settings.BOOTSTRAP_ADMIN_PASSWORD,
  };
  for (const [name, secret] of Object.entries(secrets)) {
    if (secret !== undefined && isSample(secret))
      faults.push(`${name}: its password is a sample, choose your own`);
  }
  return faults;
}

function isSample(secret: string): boolean {
  const plain = secret.toLowerCase();
  return plain.length < 8 || SAMPLE_SECRETS.some((sample) => plain === sample || plain.includes('change-me'));
}

function passwordOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { password } = new URL(text);
  return password === '' ? undefined : decodeURIComponent(password);
}
