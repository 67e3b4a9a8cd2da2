import type { Page } from 'playwright-core';

/** Runs in the browser: every text of the page that a person can get to see, and what is read out of it. */
const collect = `(() => {
  const named = ['aria-label', 'title', 'placeholder', 'alt', 'label'];
  // Code is a name in every language; so is what people type.
  const skipped = 'script, style, noscript, code, pre, textarea, [lang]:not(html), time';
  const texts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(skipped)) return;
    for (const name of named) if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  texts.push(document.title);
  return texts.map((text) => text.trim()).filter(Boolean);
})()`;

/**
 * What says the same in every language: addresses, ids, permissions with their wildcards, moments as machines write
 * them, and addresses of the network.
 */
const DATA = [
  /[\w.+<>-]+@[\w.-]+/g,
  /\b[0-9a-f]{8}-[0-9a-f-]{10,}\b/g,
  /(?<![\w])[a-z_*]+:[a-z_*]+/g,
  /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  // What identifies a request, a session's client, and a part of a permission in a heading.
  /\b[\w-]{12}-\w+\b/g,
  /Mozilla\/.*/g,
  /(?:https?:)?\/[\w./:?=&-]+/g,
];

/** Words in Latin letters that a page says, beside names. */
export async function untranslated(page: Page, names: ReadonlySet<string>): Promise<string[]> {
  const texts: string[] = await page.evaluate(collect);
  const strange = texts.filter((text) =>
    (
      DATA.reduce((rest, pattern) => rest.replace(pattern, ' '), without(text, names)).match(
        /[A-Za-z]\w+/g,
      ) ?? []
    ).some((word) => !names.has(word)),
  );
  return [...new Set(strange)];
}

/** A whole text may be a name, or contain one of several words. */
const without = (text: string, names: ReadonlySet<string>): string =>
  names.has(text)
    ? ''
    : [...names].filter((name) => /\W/.test(name)).reduce((rest, name) => rest.replaceAll(name, ' '), text);
