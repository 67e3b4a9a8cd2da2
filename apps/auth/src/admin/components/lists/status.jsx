import { useTranslation } from 'adminjs';
import { ValueGroup } from '@adminjs/design-system';
import React from 'react';

const TONES = { success: 'good', danger: 'bad' };

/** Shows one of a few values, in the colour of what it means. */
export function PanelStatus({ property, record, resource, where }) {
  const { translateLabel, translateProperty } = useTranslation();
  const value = record.params[property.path];
  const badge = value ? (
    <span className={`p-badge p-tone-${TONES[property.custom[value]] ?? 'plain'}`}>
      {translateLabel(`${property.path}.${value}`, resource.id, { defaultValue: value })}
    </span>
  ) : null;
  if (where === 'list') return badge;
  return <ValueGroup label={translateProperty(property.label, resource.id)}>{badge}</ValueGroup>;
}
