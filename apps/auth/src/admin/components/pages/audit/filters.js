/** What the list may be filtered by; so they are called in the address, too. */
export const filterNames = [
  'from',
  'to',
  'action',
  'outcome',
  'actorId',
  'impersonatorId',
  'subjectType',
  'subjectId',
  'requestId',
];

export const filtersIn = (params) =>
  Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? '']));

export const present = (filters) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

/** A moment as a field for local time has it, and back. */
export function toLocal(moment) {
  const date = new Date(moment);
  if (moment === '' || Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const fromLocal = (local) => (local === '' ? '' : new Date(local).toISOString());
