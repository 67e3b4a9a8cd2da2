import bowser from 'bowser';

/** The first product of a `User-Agent` (RFC 9110, section 10.1.5). */
const PRODUCT = /^[^\s/()]+/;

/**
 * What people call the device that a session is on.
 *
 * @param userAgent - `User-Agent` as it was sent; anybody can write anything there
 * @example deviceName('Mozilla/5.0 (iPhone; …) … Safari/604.1') // 'Safari on iPhone'
 */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return 'Unknown program';
  const { browser, os, platform } = bowser.parse(userAgent);
  const program = [browser.name, PRODUCT.exec(userAgent)?.[0]].find(Boolean);
  const system = platform.model ?? os.name;
  if (!program) return 'Unknown program';
  return system === undefined || system === '' ? program : `${program} on ${system}`;
}
