/** The formats of files with one record after the other. */
export const recordFormats = ['jsonl', 'csv'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** What was read at one place of a file. */
export type ReadRecord = { readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: string };

/** A longer record is not held in memory. */
export const MAX_RECORD_BYTES = 1024 * 1024;
