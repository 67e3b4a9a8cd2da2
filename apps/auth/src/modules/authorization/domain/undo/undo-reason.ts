const UNDOES = /^Undoes ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:: ([^]*))?$/;

/** The reason that the audit log keeps of taking an event back. */
export const undoReason = (eventId: string, reason: string | undefined): string =>
  `Undoes ${eventId}${reason === undefined ? '' : `: ${reason}`}`;

/** Reads such a reason: the event that was taken back, and why; null when it is another one. */
export function readUndoReason(reason: string | null): { eventId: string; reason: string | null } | null {
  const [, eventId, why = null] = UNDOES.exec(reason ?? '') ?? [];
  return eventId === undefined ? null : { eventId, reason: why };
}
