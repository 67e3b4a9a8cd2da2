import React from 'react';
import { panelPath } from '../../kit/paths.js';
import { useWords } from '../../kit/words.js';
import { present } from './filters.js';

/** Files with all that fits the filters. */
export function ExportMenu({ filters }) {
  const { say } = useWords();
  const file = (format) => panelPath('/api/pages/audit/export', { ...present(filters), format });
  return (
    <>
      <a className="p-button" href={file('csv')} download>
        {say('pages.audit.exportCsv')}
      </a>
      <a className="p-button" href={file('jsonl')} download>
        {say('pages.audit.exportJsonl')}
      </a>
    </>
  );
}
