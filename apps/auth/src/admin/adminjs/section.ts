/** Parts of the navigation, in the order in which they stand there; their words are `sections.<name>`. */
export const sections = ['people', 'access', 'operations'] as const;
export type Section = (typeof sections)[number];
