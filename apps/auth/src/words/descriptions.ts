import { DEFAULT_LANGUAGE, words } from './words.js';

/** What there are built-in ones of. */
export type DescribedKind = 'resources' | 'permissions' | 'roles';

/**
 * How something is described in a language. What is built in has words in each; what a service registered or somebody
 * wrote stays as it is, a built-in description that was rewritten too.
 *
 * @param name - of a role or permission, or the key of a resource
 */
export function describedIn(
  language: string,
  kind: DescribedKind,
  name: string,
  description: string,
): string {
  const key = `catalogue.${kind}.${name}`;
  return words.find(DEFAULT_LANGUAGE, key) === description ? words.say(language, key) : description;
}
