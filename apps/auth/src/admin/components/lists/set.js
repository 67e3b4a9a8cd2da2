/** A set travels as one text; see panel-values.ts. */
export const readSet = (record, property) => JSON.parse(record.params[property.path] ?? '[]');
export const writeSet = (values) => JSON.stringify(values);
