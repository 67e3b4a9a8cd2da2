import { useTranslation } from 'adminjs';
import { dropNotice } from 'adminjs/lib/frontend/store/actions/drop-notice.js';
import React, { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';

const SHOWN_MS = 5000;

/** What was done or refused just now. AdminJS' own notices have a button without a name, and are wider than a telephone. */
export function Notices() {
  const notices = useSelector((state) => state.notices);
  const dispatch = useDispatch();
  return notices.map((notice) => (
    <Notice key={notice.id} notice={notice} onDrop={() => dispatch(dropNotice(notice.id))} />
  ));
}

function Notice({ notice: { id, message, resourceId, options, type, body }, onDrop }) {
  const { say } = useWords();
  const { tm } = useTranslation();
  useEffect(() => {
    const timer = window.setTimeout(onDrop, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [id]);
  return (
    <div className={`p-notice p-notice-${type === 'error' ? 'bad' : 'good'}`}>
      <div>
        {tm(message, resourceId, options)}
        {body}
      </div>
      <Button kind="quiet" icon="X" label={say('kit.close')} onClick={onDrop} />
    </div>
  );
}
