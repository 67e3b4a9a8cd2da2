import type { AppError, ErrorCode } from '../core/errors/index.js';
import { DEFAULT_LANGUAGE, words, type WordTree, withValues } from './words.js';

/**
 * What an error says to a person. The modules say the case itself in English; other languages have those sentences
 * under `said`, and where one is missing, the sentence of the code.
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
  return language === DEFAULT_LANGUAGE ? said : (translated(language, said) ?? ofCode);
}

/** What the modules say, in another language; a sentence with `{{values}}` stands for all that are like it. */
function translated(language: string, said: string): string | undefined {
  const sentences = words.tree(language).said as WordTree | undefined;
  for (const [sentence, translation] of Object.entries(sentences ?? {})) {
    const values = sentence === said ? {} : valuesOf(sentence, said);
    if (values !== undefined) return withValues(language, formFor(language, translation, values), values);
  }
  return undefined;
}

/** What stands where the sentence has `{{values}}`; undefined for another sentence. */
function valuesOf(sentence: string, said: string): Record<string, string> | undefined {
  if (!sentence.includes('{{')) return undefined;
  const pattern = sentence
    .split(/\{\{(\w+)\}\}/)
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>.+?)` : escaped(part)))
    .join('');
  return new RegExp(`^${pattern}$`, 's').exec(said)?.groups;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A translation that has several is for a number: the plural of the language chooses. */
const formFor = (
  language: string,
  translation: string | WordTree,
  { count }: Record<string, string>,
): string =>
  typeof translation === 'string'
    ? translation
    : (translation[new Intl.PluralRules(language).select(Number(count))] as string);
