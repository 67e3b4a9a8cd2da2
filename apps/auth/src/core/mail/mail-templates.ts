import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AppConfig, InjectConfig } from '../config/index.js';
import type { MailValues } from './mail-kinds.js';

const OWN_TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));
const FALLBACK = 'en';
const SUBJECT = /^Subject: (.+)\r?\n\r?\n/;

/** A mail as it is read. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const handlebars = Handlebars.create();
/** A number with its noun: `{{plural hours one="hour" other="hours"}}`, a form for each plural of the language. */
handlebars.registerHelper('plural', (count: string, { hash, data }: Handlebars.HelperOptions) => {
  const { language } = (data as { root: MailValues }).root;
  const forms = hash as MailValues;
  return `${count} ${forms[new Intl.PluralRules(language).select(Number(count))] ?? forms.other ?? ''}`;
});

type Render = (values: MailValues) => RenderedMail;

/**
 * Fills in the templates: `<locale>/<kind>.txt`, whose first line is the subject, and `<locale>/<kind>.html`, which
 * stands in `<locale>/layout.html`. A folder of the operator's own comes before the built-in one, file by file; a
 * language that is missing is replaced by its basic form (`de-AT` by `de`), then by English.
 */
@Injectable()
export class MailTemplates {
  private readonly folders: readonly string[];
  private readonly known = new Map<string, Render>();

  constructor(@InjectConfig() private readonly config: AppConfig) {
    const { mailTemplatesDir: own } = config;
    this.folders = own === undefined ? [OWN_TEMPLATES] : [own, OWN_TEMPLATES];
  }

  /** Renders a mail in the language nearest to `locale` (BCP 47). */
  render(kind: string, locale: string, values: MailValues): RenderedMail {
    const language = this.languageFor(kind, locale);
    const key = `${language}/${kind}`;
    const render = this.known.get(key) ?? this.compile(language, kind);
    // While somebody writes templates, the file is read anew each time.
    if (this.config.isProduction) this.known.set(key, render);
    return render({ product: this.config.productName, url: this.config.publicUrl, ...values, language });
  }

  /** The languages there are. */
  languages(): string[] {
    const found = this.folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      ),
    );
    return [...new Set(found)].sort();
  }

  private languageFor(kind: string, locale: string): string {
    const basic = locale.split('-')[0] ?? FALLBACK;
    return [locale, basic].find((language) => this.find(language, `${kind}.txt`) !== null) ?? FALLBACK;
  }

  private compile(language: string, kind: string): Render {
    const plain = this.read(language, `${kind}.txt`);
    const subjectLine = SUBJECT.exec(plain)?.[1];
    if (subjectLine === undefined) throw new Error(`mail template ${language}/${kind}.txt: no subject`);
    const options = { strict: true, noEscape: true };
    const subject = handlebars.compile(subjectLine, options);
    const text = handlebars.compile(plain.replace(SUBJECT, ''), options);
    const content = handlebars.compile(this.read(language, `${kind}.html`), { strict: true });
    const layout = handlebars.compile(this.read(language, 'layout.html'), { strict: true });
    return (values) => {
      const title = subject(values).replace(/[\r\n]+/g, ' ');
      const html = layout({ ...values, title, content: content(values) });
      return { subject: title, text: text(values), html };
    };
  }

  private read(language: string, file: string): string {
    const path = this.find(language, file) ?? this.find(FALLBACK, file);
    if (path === null) throw new Error(`mail template ${language}/${file} is missing`);
    return readFileSync(path, 'utf8');
  }

  private find(language: string, file: string): string | null {
    if (!/^[\w-]+$/.test(language)) return null;
    const paths = this.folders.map((folder) => join(folder, language, file));
    return paths.find((path) => existsSync(path)) ?? null;
  }
}
