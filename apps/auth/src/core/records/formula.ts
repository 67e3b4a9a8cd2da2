/** What a spreadsheet takes for a formula (OWASP, CSV injection), behind apostrophes or not. */
const FORMULA = /^'*[=+\-@\t\r]/;
const ESCAPED_FORMULA = /^'+[=+\-@\t\r]/;

/** Puts an apostrophe in front of what a spreadsheet would compute. */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes back {@link escapeFormula}. */
export const unescapeFormula = (text: string): string => (ESCAPED_FORMULA.test(text) ? text.slice(1) : text);
