import React, { useEffect, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { callPage } from '../kit/request.js';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Dialog } from './dialog.jsx';
import { PreviewContent } from './preview-content.jsx';

function usePreview(page, change) {
  const [state, setState] = useState({});
  useEffect(() => {
    callPage(page, 'preview', change).then(
      ({ preview }) => setState({ preview }),
      (problem) => setState({ problem }),
    );
  }, [page, change]);
  return state;
}

/** Shows what a change would do, and makes it. What would be refused is said before. */
export function ChangeDialog({ page, title, change, onClose, onDone }) {
  const { say } = useWords();
  const { preview, problem } = usePreview(page, change);
  const apply = useAction(page, 'apply', 'access.applied');
  const isDangerous = preview?.locksYouOut === true;

  const confirm = async () => {
    if ((await apply.run(change)) !== undefined) onDone();
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
        <Refusal problem={problem ?? apply.problem} />
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

const Refusal = ({ problem }) => (problem ? <ProblemBox problem={problem} /> : null);
