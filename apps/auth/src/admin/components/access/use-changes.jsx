import React, { useState } from 'react';
import { ChangeDialog } from './change-dialog.jsx';

/**
 * Changes of roles, teams and groups: `propose(title, change)` shows what a change would do, and makes it when that is
 * confirmed. A page that makes it by another action than `apply`, or previews it by another than `preview`, names them
 * in a third argument, each with what is sent to it: `{ apply: { action, input } }`; without a preview it says `null`.
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
      title={proposed.title}
      preview={proposed.preview}
      apply={proposed.apply}
      onClose={close}
      onDone={() => {
        close();
        onDone(proposed.change);
      }}
    />
  );
  const propose = (title, change, by = {}) =>
    setProposed({
      title,
      change,
      preview: by.preview === undefined ? { action: 'preview', input: change } : by.preview,
      apply: by.apply ?? { action: 'apply', input: change },
    });
  return { dialog, propose };
}
