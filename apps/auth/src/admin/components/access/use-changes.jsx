import React, { useState } from 'react';
import { ChangeDialog } from './change-dialog.jsx';

/**
 * Changes of roles, teams and groups: `propose(title, change)` shows what a change would do, and makes it when that is
 * confirmed.
 *
 * @param onDone - called with the change once it is made
 * @returns propose, and the dialog to be put into the page
 */
export function useChanges(page, onDone) {
  const [proposed, setProposed] = useState();
  const close = () => setProposed(undefined);
  const dialog = proposed && (
    <ChangeDialog
      page={page}
      {...proposed}
      onClose={close}
      onDone={() => {
        close();
        onDone(proposed.change);
      }}
    />
  );
  return { dialog, propose: (title, change) => setProposed({ title, change }) };
}
