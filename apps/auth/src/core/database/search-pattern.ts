/** A LIKE pattern for texts that contain `search`; its own wildcards are taken literally. */
export const containing = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
