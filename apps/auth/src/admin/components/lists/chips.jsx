import { useTranslation } from 'adminjs';
import { Badge, Box, ValueGroup } from '@adminjs/design-system';
import React from 'react';
import { useWords } from '../kit/words.js';
import { readSet } from './set.js';

/** Shows a set of values, in a list as many as fit. */
export function PanelChips({ property, record, resource, where }) {
  const { translateProperty } = useTranslation();
  const { say } = useWords();
  const values = readSet(record, property);
  const shown = where === 'list' ? values.slice(0, 4) : values;
  const chips = (
    <Box flex flexWrap="wrap" style={{ gap: 6 }}>
      {shown.map((value) => (
        <Badge key={value} outline size="sm">
          {value}
        </Badge>
      ))}
      {values.length > shown.length && (
        <span>{say('kit.moreValues', { count: values.length - shown.length })}</span>
      )}
      {values.length === 0 && where !== 'list' && <span>{say('kit.none')}</span>}
    </Box>
  );
  if (where === 'list') return chips;
  return <ValueGroup label={translateProperty(property.label, resource.id)}>{chips}</ValueGroup>;
}
