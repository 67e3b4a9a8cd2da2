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

function usePreview(page, { action, input }) {
  const [state, setState] = useState({});
  const sent = JSON.stringify(input);
  useEffect(() => {
    callPage(page, action, JSON.parse(sent)).then(setState, (problem) => setState({ problem }));
  }, [page, action, sent]);
  return state;
}

/**
 * Shows what a change would do, asks why, and makes it. What would be refused is said before.
 *
 * @param preview, apply - actions of the page, each with what is sent to it
 */
export function ChangeDialog({ page, title, preview: shown, apply: made, onClose, onDone }) {
  const { say } = useWords();
  const { preview, notRestored = [], problem } = usePreview(page, shown);
  const [reason, setReason] = useState('');
  const apply = useAction(page, made.action, 'access.applied');
  const isDangerous = preview?.locksYouOut === true;

  const confirm = async () => {
    const why = reason.trim() === '' ? {} : { reason };
    if ((await apply.run({ ...made.input, ...why })) !== undefined) onDone();
  };
  const button = (
    <Button
      kind={isDangerous ? 'danger' : 'primary'}
      disabled={preview === undefined || apply.isRunning}
      onClick={confirm}
      data-testid="apply-change"
    >
      {say(isDangerous ? 'access.applyAnyway' : 'access.apply')}
    </Button>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={button}>
      <div className="p-stack" data-testid="change-preview">
        {!problem && <Outlook preview={preview} />}
        {notRestored.length > 0 && <NotRestored lost={notRestored} />}
        <Refusal problem={problem ?? apply.problem} />
        {!problem && <Reason reason={reason} onChange={setReason} />}
      </div>
    </Dialog>
  );
}

/** What is known so far: nothing yet, that it may not be seen, or what changes. */
function Outlook({ preview }) {
  const { say } = useWords();
  if (preview === undefined) return <Loading />;
  return preview === null ? (
    <p className="p-soft">{say('access.unseen')}</p>
  ) : (
    <PreviewContent preview={preview} />
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

const Refusal = ({ problem }) => (problem ? <ProblemBox problem={problem} /> : null);
