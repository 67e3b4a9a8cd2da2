/** A password hash from elsewhere that can't be taken over. The message is a reason for people, without the hash. */
export class HashRefused extends Error {}

/** @throws HashRefused with the reason unless the condition holds */
export function accept(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new HashRefused(reason);
}

/**
 * Reads a whole number.
 *
 * @throws HashRefused when it is something else or outside of the bounds
 */
export function wholeNumber(value: unknown, name: string, min: number, max: number): number {
  const text = String(value);
  accept(/^\d{1,15}$/.test(text), `${name} must be a whole number`);
  const number = Number(text);
  accept(number >= min && number <= max, `${name} is ${number}, outside of ${min} to ${max}`);
  return number;
}
