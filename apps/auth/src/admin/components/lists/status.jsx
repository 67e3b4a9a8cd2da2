import { useTranslation } from 'adminjs';
import { Badge, ValueGroup } from '@adminjs/design-system';
import React from 'react';

/** Shows one of a few values, in the colour of what it means. */
export function PanelStatus({ property, record, resource, where }) {
  const { translateLabel, translateProperty } = useTranslation();
  const value = record.params[property.path];
  const badge = value ? (
    <Badge size="sm" variant={property.custom[value] ?? 'default'}>
      {translateLabel(`${property.path}.${value}`, resource.id, { defaultValue: value })}
    </Badge>
  ) : null;
  if (where === 'list') return badge;
  return <ValueGroup label={translateProperty(property.label, resource.id)}>{badge}</ValueGroup>;
}
