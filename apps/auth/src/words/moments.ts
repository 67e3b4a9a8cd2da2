/** A point in time as a language writes it, in UTC, where the zone of whoever reads is not known. */
export function momentIn(language: string, date: Date): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(date)} UTC`;
}
