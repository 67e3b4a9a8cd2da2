import { DEFAULT_LANGUAGE, words } from './words.js';

/**
 * The language for a browser: the one chosen, else the one it likes most of those that there are (RFC 9110, section
 * 12.5.4), else English.
 */
export function languageOf(
  chosen: string | undefined,
  acceptLanguage = '',
  known: { has(language: string): boolean } = words,
): string {
  if (chosen !== undefined && known.has(chosen)) return chosen;
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return { language: tag.split('-')[0] ?? '', quality: Number(quality.replace('q=', '')) };
    })
    .filter(({ language, quality }) => quality > 0 && known.has(language))
    .sort((one, other) => other.quality - one.quality);
  return wanted[0]?.language ?? DEFAULT_LANGUAGE;
}
