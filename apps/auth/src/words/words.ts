import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Words by keys; a key may hold further ones. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** What is put into a sentence. Numbers are written as the language writes them; `count` chooses the plural. */
export type WordValues = Readonly<Record<string, string | number>>;

/** The language of whoever says nothing of their own. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * What people read, in each language of which there is a file in a folder. English is complete; `words.spec.ts` sees to
 * it that the others are too. What a file lacks nevertheless is said in English.
 */
export class Words {
  private readonly trees: ReadonlyMap<string, WordTree>;

  constructor(folder: URL) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const english = readWords(new URL(`${DEFAULT_LANGUAGE}.json`, folder));
    this.trees = new Map(
      names.map((name) => [basename(name, '.json'), completed(readWords(new URL(name, folder)), english)]),
    );
  }

  /** The languages, each with its name in itself. */
  get languages(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.trees].map(([language]) => [language, this.say(language, 'language')]),
    );
  }

  has(language: string): boolean {
    return this.trees.has(language);
  }

  /** All of a language, and in English what it lacks. */
  tree(language: string): WordTree {
    return this.trees.get(language) ?? this.trees.get(DEFAULT_LANGUAGE) ?? {};
  }

  /** What stands under a key, such as `entry.logIn`, with the values put in; undefined for nothing. */
  find(language: string, key: string, values: WordValues = {}): string | undefined {
    const text = this.text(language, key, values.count);
    if (text !== undefined) return withValues(language, text, values);
    return language === DEFAULT_LANGUAGE ? undefined : this.find(DEFAULT_LANGUAGE, key, values);
  }

  /** As {@link find}, and the key itself for nothing. */
  say(language: string, key: string, values?: WordValues): string {
    return this.find(language, key, values) ?? key;
  }

  private text(language: string, key: string, count: string | number | undefined): string | undefined {
    const text = textAt(this.tree(language), key);
    if (text !== undefined || typeof count !== 'number') return text;
    return textAt(this.tree(language), `${key}_${new Intl.PluralRules(language).select(count)}`);
  }
}

/** A tree with what another has beside. */
function completed(tree: WordTree, other: WordTree): WordTree {
  const rest = Object.entries(other).map(([key, value]) => {
    const own = tree[key];
    if (typeof own === 'object' && typeof value === 'object') return [key, completed(own, value)];
    return [key, own ?? value];
  });
  return { ...tree, ...Object.fromEntries(rest) } as WordTree;
}

function textAt(tree: WordTree, key: string): string | undefined {
  let found: string | WordTree | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined;
    found = found[part];
  }
  return typeof found === 'string' ? found : undefined;
}

const readWords = (file: URL): WordTree => JSON.parse(readFileSync(file, 'utf8')) as WordTree;

/** Puts values into a sentence; what has none stays as it is. */
export const withValues = (language: string, text: string, values: WordValues): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? whole);
  });

/** Read once: they are files of the service itself. */
export const words = new Words(new URL('./', import.meta.url));
