import React from 'react';
import { Page } from '../kit/page.jsx';
import { useReading } from '../kit/use-reading.js';
import { Export } from './transfer/export.jsx';
import { Import } from './transfer/import.jsx';

/** Users from a file, and into one. */
export function Transfer() {
  const reading = useReading('transfer', 'read');
  return (
    <Page name="transfer" reading={reading}>
      {({ mayImport, passwordFormats }) => (
        <div className="p-stack">
          {mayImport && <Import passwordFormats={passwordFormats} />}
          <Export />
        </div>
      )}
    </Page>
  );
}
