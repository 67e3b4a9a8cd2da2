import { AppError } from '../errors/index.js';

const MAX_DEPTH = 20;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Never stored, so all characters of them count. */
const AS_TYPED: ReadonlySet<string> = new Set(['password']);

/**
 * Refuses what PostgreSQL could not keep as text (NUL, halves of a surrogate pair), and what is nested too deeply, in
 * any part of a body, query or path parameter.
 *
 * @param field - name of the value, empty for a body as a whole
 * @throws AppError `invalid_request` naming the field
 */
export function assertWellFormed(value: unknown, field = '', depth = 0): void {
  if (typeof value === 'string') {
    assertText(value, field);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_DEPTH) throw refused(field, 'is nested too deeply');
  for (const [key, member] of Object.entries(value)) {
    const path = field === '' ? key : `${field}.${key}`;
    assertText(key, path);
    assertWellFormed(member, path, depth + 1);
  }
}

function assertText(text: string, field: string): void {
  const hasNul = text.includes('\0') && !AS_TYPED.has(field);
  if (hasNul || LONE_SURROGATE.test(text))
    throw refused(field, 'must be text without NUL and half characters');
}

function refused(field: string, fault: string): AppError {
  const name = field === '' ? 'body' : field;
  return AppError.forField('invalid_request', name, `${name} ${fault}`);
}
