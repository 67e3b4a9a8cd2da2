import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from '../config/index.js';
import { MailTemplates } from './mail-templates.js';

const folder = fileURLToPath(new URL('./templates/', import.meta.url));
const filesOf = (language: string) => readdirSync(`${folder}${language}`).sort();
const kinds = filesOf('en')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const templates = new MailTemplates({ productName: 'Tasks', publicUrl: 'https://a.test' } as AppConfig);
const values = {
  link: 'https://a.test/x',
  hours: '48',
  days: '7',
  minutes: '21',
  code: '123456',
  team: 'North',
};

describe.each(templates.languages())('the mails in %s', (language) => {
  it('are all there', () => expect(filesOf(language)).toEqual(filesOf('en')));

  it.each(kinds)('%s can be filled in', (kind) => {
    const { subject, text, html } = templates.render(kind, language, values);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined/);
    expect(html).toContain(`<html lang="${language}">`);
    if (language !== 'en') expect(subject).not.toBe(templates.render(kind, 'en', values).subject);
  });
});

describe('a number with its noun', () => {
  it.each([
    ['en', '1', '1 hour'],
    ['en', '48', '48 hours'],
    ['ru', '1', '1 часа'],
    ['ru', '21', '21 часа'],
    ['ru', '48', '48 часов'],
    ['ru-RU', '2', '2 часов'],
  ])('%s, %s: %s', (locale, hours, text) =>
    expect(templates.render('sign-up', locale, { ...values, hours }).text).toContain(text),
  );
});
