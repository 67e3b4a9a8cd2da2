import type { AppError, ErrorCode } from '../../core/errors/index.js';
import { DEFAULT_LANGUAGE, words, type WordTree } from './words.js';

/**
 * What an error says to a person. The modules say the case itself in English; other languages have those sentences
 * under `said`, and where one is missing, for example since it contains a name, the sentence of the code.
 */
export function sentenceOf(language: string, { code, detail, errors }: AppError): string {
  return translateFault(language, errors?.[0]?.message ?? detail, code);
}

/** The same for what is wrong with one field. */
export function translateFault(language: string, said: string | undefined, code: ErrorCode): string {
  const ofCode = words.say(language, `problems.${code}`);
  if (said === undefined) return ofCode;
  const own = words.find(language, said);
  if (own !== undefined) return own;
  if (language === DEFAULT_LANGUAGE) return said;
  const translated = (words.tree(language).said as WordTree)[said];
  return typeof translated === 'string' ? translated : ofCode;
}
