import { isEmail, isLocale } from 'class-validator';
import { z } from 'zod';
import { assertWellFormed } from '../../../core/http/well-formed.js';
import { normalizeEmail, userStatuses } from '../../user/index.js';
import { RowRefused } from './row-refused.js';

const text = (max: number) => z.string().max(max).default('');

/** The limits are those of the REST API. */
const schema = z.strictObject({
  externalId: z.string().min(1).max(255).optional(),
  email: z
    .string()
    .transform(normalizeEmail)
    .refine((address) => address.length <= 254 && isEmail(address), 'is no e-mail address'),
  emailVerified: z.boolean().default(false),
  displayName: text(200),
  givenName: text(100),
  familyName: text(100),
  locale: z.string().max(35).refine(isLocale, 'is no language tag').default('en'),
  status: z.enum(userStatuses).default('active'),
  createdAt: z.iso
    .datetime({ offset: true })
    .transform((date) => new Date(date))
    .refine((date) => date.getTime() <= Date.now(), 'lies in the future')
    .optional(),
  roles: z.array(z.string()).max(50).default([]),
  attributes: z.record(z.string(), z.unknown()).optional(),
  passwordHash: z.unknown().optional(),
  passwordSalt: z.string().optional(),
  dryRunCleartextPassword: z.string().optional(),
});

/** A row of a file of users, checked and in its normal form. */
export type ImportRow = z.output<typeof schema>;

type Fields = Readonly<Record<string, unknown>>;

/** Fields that are JSON in a file where all is text. */
const JSON_FIELDS = ['emailVerified', 'roles', 'attributes'] as const;

/**
 * Checks a row.
 *
 * @param isText - every field is text, as in CSV
 * @throws RowRefused naming the fields that are wrong
 * @throws AppError `invalid_request` for text that could not be kept
 */
export function parseImportRow(fields: Fields, isText: boolean): ImportRow {
  const { dryRunCleartextPassword, ...kept } = isText ? withJson(fields) : fields;
  assertWellFormed(kept);
  // null is what others write for nothing.
  const given = Object.entries({ ...kept, dryRunCleartextPassword }).filter(([, value]) => value != null);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].join(' ').trim());
  throw new RowRefused(faults.slice(0, 5).join('; '));
}

function withJson(fields: Fields): Fields {
  const parsed: Record<string, unknown> = { ...fields };
  for (const name of JSON_FIELDS) {
    const value = fields[name];
    if (typeof value !== 'string') continue;
    try {
      parsed[name] = JSON.parse(value);
    } catch {
      throw new RowRefused(`${name} is no JSON`);
    }
  }
  return parsed;
}
