import { afterAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLURAL, stems, wordsOf } from '../../../../test/support/word-files.js';
import { AppError } from '../core/errors/index.js';
import { describedIn } from './descriptions.js';
import { languageOf } from './language-of.js';
import { sentenceOf } from './sentences.js';
import { deviceIn, tellStory } from './stories.js';
import { DEFAULT_LANGUAGE, words, Words, type WordTree } from './words.js';

const english = wordsOf(DEFAULT_LANGUAGE);
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const categoriesOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

describe.each(Object.keys(words.languages))('the words in %s', (language) => {
  const own = wordsOf(language);

  it('are as many as in English', () => expect(stems(own.keys())).toEqual(stems(english.keys())));

  it('have each plural of the language, and no other', () => {
    const plurals = [...own.keys()].filter((key) => PLURAL.test(key));
    const wanted = stems(plurals).flatMap((stem) =>
      categoriesOf(language).map((category) => `${stem}_${category}`),
    );
    expect(plurals.sort()).toEqual(wanted.sort());
  });

  it('have the same values put in', () => {
    for (const [key, text] of own) {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(original)]);
    }
  });

  it('say what the modules say, with the same values and each plural', () => {
    for (const [sentence, said] of Object.entries((words.tree(language).said ?? {}) as WordTree)) {
      if (typeof said !== 'string')
        expect([sentence, Object.keys(said).sort()]).toEqual([sentence, categoriesOf(language).sort()]);
      const texts = typeof said === 'string' ? [said] : (Object.values(said) as string[]);
      for (const text of texts)
        expect([sentence, placeholders(text)]).toEqual([sentence, placeholders(sentence)]);
    }
  });
});

describe('a further language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'auth-words-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is one more file; what it lacks is said in English', () => {
    for (const name of ['en.json', 'ru.json'])
      copyFileSync(new URL(name, import.meta.url), join(folder, name));
    writeFileSync(
      join(folder, 'cy.json'),
      JSON.stringify({ language: 'Cymraeg', entry: { logIn: 'Mewngofnodi' } }),
    );
    const three = new Words(pathToFileURL(`${folder}/`));
    expect(three.languages).toEqual({ cy: 'Cymraeg', en: 'English', ru: 'Русский' });
    expect(languageOf(undefined, 'cy-GB, en;q=0.5', three)).toBe('cy');
    expect(three.say('cy', 'entry.logIn')).toBe('Mewngofnodi');
    expect(three.say('cy', 'entry.logOut')).toBe('Log out');
    expect(three.say('cy', 'pages.search.results', { count: 3 })).toBe('3 results');
    expect(three.tree('cy').entry).toMatchObject({ logIn: 'Mewngofnodi', logOut: 'Log out' });
  });
});

describe('a description', () => {
  it.each([
    ['permissions', 'user:read', 'See users', 'Видеть пользователей'],
    ['permissions', 'user:read', 'Look at people', 'Look at people'],
    ['permissions', 'deal:read', 'See deals', 'See deals'],
    ['permissions', 'constructor', '', ''],
    ['roles', 'member', 'See users', 'See users'],
  ] as const)('of %s %s, “%s”, reads “%s” in Russian', (kind, name, description, shown) =>
    expect(describedIn('ru', kind, name, description)).toBe(shown),
  );
});

describe('Russian', () => {
  it.each([
    [1, 'У вас остался 1 код.'],
    [2, 'У вас осталось 2 кода.'],
    [5, 'У вас осталось 5 кодов.'],
    [11, 'У вас осталось 11 кодов.'],
    [21, 'У вас остался 21 код.'],
    [1234, 'У вас осталось 1\u00a0234 кода.'],
  ])('counts %i', (count, text) =>
    expect(words.say('ru', 'account.security.recovery.left', { count })).toBe(text),
  );

  it.each([
    [1, 'Слишком много попыток: повторите через 1 секунду'],
    [23, 'Слишком много попыток: повторите через 23 секунды'],
    [300, 'Слишком много попыток: повторите через 5 минут'],
  ])('says how long to wait: %i s', (seconds, text) =>
    expect(sentenceOf('ru', AppError.tooManyAttempts(seconds))).toBe(text),
  );

  it('says what is unknown by the sentence of its code', () => {
    const error = new AppError('conflict', { detail: 'Something that nobody has translated.' });
    expect(sentenceOf('ru', error)).toBe(words.say('ru', 'problems.conflict'));
    expect(sentenceOf('en', error)).toBe('Something that nobody has translated.');
  });

  it('tells the story of a session', () => {
    const entry = { at: new Date(), text: '', ipAddress: '192.0.2.7', device: 'Safari on iPhone' };
    expect(tellStory('ru', { ...entry, kind: 'race_lost', detail: '0.018' })).toBe(
      'Продление с адреса 192.0.2.7 (Safari на iPhone) опоздало: другое с тем же токеном пришло раньше на 0,02 секунды.',
    );
    expect(tellStory('ru', { ...entry, kind: 'strengthened', detail: 'pwd,otp', ipAddress: null })).toBe(
      'Личность подтверждена: пароль и код.',
    );
    expect(deviceIn('ru', 'Unknown program')).toBe('Неизвестная программа');
    expect(deviceIn('ru', 'curl')).toBe('curl');
  });
});
