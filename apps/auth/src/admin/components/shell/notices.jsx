import { dropNotice, useTranslation } from 'adminjs';
import React, { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';

const SHOWN_MS = 6000;
const TONES = { success: 'good', error: 'bad' };

/** What was done or refused, for a while or until it is closed. */
export function Notices() {
  const { say } = useWords();
  const notices = useSelector((state) => state.notices);
  return (
    <div className="p-notices" role="status" aria-label={say('shell.notices')}>
      {notices.map((notice) => (
        <Notice key={notice.id} {...notice} />
      ))}
    </div>
  );
}

function Notice({ id, message, type, resourceId, options }) {
  const { translateMessage } = useTranslation();
  const { say } = useWords();
  const dispatch = useDispatch();
  useEffect(() => {
    const timer = setTimeout(() => dispatch(dropNotice(id)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className={`p-notice p-tone-${TONES[type] ?? 'plain'}`}>
      <p>{translateMessage(message, resourceId, options)}</p>
      <Button kind="quiet" icon="X" label={say('kit.close')} onClick={() => dispatch(dropNotice(id))} />
    </div>
  );
}
