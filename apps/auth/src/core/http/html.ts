/** A piece of HTML in which every value was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** Makes HTML; what is put in is text, unless it is {@link Html} itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const text = values.map(
    (value, index) => (value instanceof Html ? value.text : escape(value)) + (parts[index + 1] ?? ''),
  );
  return new Html((parts[0] ?? '') + text.join(''));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
