/** Shows what taking an event of the audit log back does, and takes it back when that is confirmed. */
export function proposeUndo(propose, say, eventId, title) {
  const input = { eventId };
  propose(
    say('access.history.undoQuestion', { change: title }),
    { change: 'undo' },
    { preview: { action: 'previewUndo', input }, apply: { action: 'undo', input } },
  );
}
