import { useTranslation } from 'adminjs';
import { ValueGroup } from '@adminjs/design-system';
import React from 'react';
import { useWords } from '../kit/words.js';

const style = {
  margin: 0,
  padding: 12,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  font: '13px/1.5 ui-monospace, monospace',
};

/** Shows a small structure, such as what a change was from and to. */
export function PanelJson({ property, record, resource }) {
  const { translateProperty } = useTranslation();
  const { say } = useWords();
  return (
    <ValueGroup label={translateProperty(property.label, resource.id)}>
      <pre style={style}>{record.params[property.path] ?? say('kit.none')}</pre>
    </ValueGroup>
  );
}
