/** Characters and records of one part at most; the server takes 256 KiB. */
const PART_LENGTH = 60_000;
const PART_RECORDS = 200;

/**
 * Divides a file into texts of whole records. Each part of CSV begins with the line of names.
 *
 * @param text - the whole file
 * @param format - `csv` or `jsonl`
 */
export function splitRecords(text, format) {
  const records = (format === 'csv' ? csvRecords(text.replace(/^\uFEFF/, '')) : text.split('\n')).filter(
    (record) => record.trim() !== '',
  );
  const header = format === 'csv' ? [records.shift() ?? ''] : [];
  const parts = [];
  let part = [];
  let length = 0;
  for (const record of records) {
    if (part.length >= PART_RECORDS || (part.length > 0 && length + record.length > PART_LENGTH)) {
      parts.push(part);
      [part, length] = [[], 0];
    }
    part.push(record);
    length += record.length;
  }
  if (part.length > 0) parts.push(part);
  return parts.map((rows) => ({ rows, text: [...header, ...rows].join('\n') }));
}

/** A line with an odd number of quotes goes on in the next one (RFC 4180, section 2). */
function csvRecords(text) {
  const records = [];
  let open = null;
  for (const line of text.split('\n')) {
    const record = open === null ? line : `${open}\n${line}`;
    const isWhole = (line.split('"').length % 2 === 1) === (open === null);
    open = isWhole ? null : record;
    if (isWhole) records.push(record.replace(/\r$/, ''));
  }
  return open === null ? records : [...records, open];
}
