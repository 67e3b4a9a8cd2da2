import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DEFAULT_LANGUAGE, type WordTree } from '../../apps/auth/src/words/index.js';

/** How a key ends that is the plural of a sentence. */
export const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every key with its text. */
export function flatten(tree: WordTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

const folder = new URL('../../apps/auth/src/words/', import.meta.url);

/** What stands in the file of a language, without the modules' own sentences, which English has not. */
export function wordsOf(language: string): Map<string, string> {
  const { said: _, ...tree } = JSON.parse(
    readFileSync(new URL(`${language}.json`, folder), 'utf8'),
  ) as WordTree;
  return flatten(tree);
}

/** Keys without what makes them plurals. */
export const stems = (keys: Iterable<string>): string[] =>
  [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort();

const known = new Set(stems(wordsOf(DEFAULT_LANGUAGE).keys()));

/** Fails on keys without words. */
export const expectKnown = (keys: readonly string[]): void =>
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
