/** A row that is not imported. The message is a reason for people. */
export class RowRefused extends Error {}
