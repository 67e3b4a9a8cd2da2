import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Words by keys; a key may hold further ones. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

const folder = new URL('./', import.meta.url);

/** The language of whoever says nothing of their own. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * What the panel says, in each language of which there is a file in this folder. English is complete; `words.spec.ts`
 * sees to it that the others are too.
 */
class Words {
  private readonly trees: ReadonlyMap<string, WordTree>;

  constructor() {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    this.trees = new Map(names.map((name) => [basename(name, '.json'), readWords(name)]));
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

  /** All of a language. */
  tree(language: string): WordTree {
    return this.trees.get(language) ?? this.trees.get(DEFAULT_LANGUAGE) ?? {};
  }

  /** What stands under a key, such as `entry.logIn`, with the values put in; undefined for nothing. */
  find(
    language: string,
    key: string,
    values: Readonly<Record<string, string | number>> = {},
  ): string | undefined {
    let found: string | WordTree | undefined = this.tree(language);
    for (const part of key.split('.')) {
      if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined;
      found = found[part];
    }
    return typeof found === 'string' ? withValues(found, values) : undefined;
  }

  /** As {@link find}, and the key itself for nothing. */
  say(language: string, key: string, values?: Readonly<Record<string, string | number>>): string {
    return this.find(language, key, values) ?? key;
  }
}

const readWords = (name: string): WordTree =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as WordTree;

const withValues = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Read once: they are files of the service itself. */
export const words = new Words();
export type { Words };
