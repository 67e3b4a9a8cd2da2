import React, { useEffect, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { callPage } from '../kit/request.js';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Dialog } from './dialog.jsx';
import { Field } from './field.jsx';
import { NotRestored } from './not-restored.jsx';
import { PreviewContent } from './preview-content.jsx';

function usePreview(page, shown) {
  const [state, setState] = useState({});
  const sent = JSON.stringify(shown);
  useEffect(() => {
    const { action, input } = JSON.parse(sent) ?? {};
    if (action === undefined) return;
    callPage(page, action, input).then(setState, (problem) => setState({ problem }));
  }, [page, sent]);
  return state;
}

/**
 * Shows what a change would do, asks why, and makes it. What would be refused is said before.
 *
 * @param preview - an action of the page with what is sent to it; null where nobody's rights change
 * @param apply - the same; or `start`, which is given the reason and goes on when the dialogue is closed
 */
export function ChangeDialog({ page, title, preview: shown, apply: made, onClose, onDone }) {
  const known = usePreview(page, shown);
  const [reason, setReason] = useState('');
  const apply = useAction(page, made.action, 'access.applied');
  const problem = known.problem ?? apply.problem;

  const confirm = async () => {
    const why = reason.trim() === '' ? {} : { reason };
    if (made.start !== undefined) {
      made.start(why);
      onDone();
    } else if ((await apply.run({ ...made.input, ...why })) !== undefined) onDone();
  };
  const isReady = shown === null || known.preview !== undefined;
  const button = <Confirm {...known} isReady={isReady && !apply.isRunning} onConfirm={confirm} />;
  return (
    <Dialog title={title} onClose={onClose} actions={button}>
      <div className="p-stack" data-testid="change-preview">
        {shown !== null && !known.problem && <Outlook {...known} />}
        {problem && <ProblemBox problem={problem} />}
        {!known.problem && <Reason reason={reason} onChange={setReason} />}
      </div>
    </Dialog>
  );
}

function Confirm({ preview, isReady, onConfirm }) {
  const { say } = useWords();
  const isDangerous = preview?.locksYouOut === true;
  return (
    <Button
      kind={isDangerous ? 'danger' : 'primary'}
      disabled={!isReady}
      onClick={onConfirm}
      data-testid="apply-change"
    >
      {say(isDangerous ? 'access.applyAnyway' : 'access.apply')}
    </Button>
  );
}

/** What is known so far: nothing yet, that it may not be seen, or what changes; and what does not come back. */
function Outlook({ preview, notRestored = [] }) {
  const { say } = useWords();
  if (preview === undefined) return <Loading />;
  return (
    <>
      {preview === null ? (
        <p className="p-soft">{say('access.unseen')}</p>
      ) : (
        <PreviewContent preview={preview} />
      )}
      {notRestored.length > 0 && <NotRestored lost={notRestored} />}
    </>
  );
}

function Reason({ reason, onChange }) {
  const { say } = useWords();
  return (
    <Field label={say('access.reason')}>
      {(id) => (
        <textarea
          id={id}
          rows={2}
          maxLength={500}
          placeholder={say('access.reasonHint')}
          value={reason}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
