import { PropertyLabel, useTranslation } from 'adminjs';
import { FormGroup, FormMessage } from '@adminjs/design-system';
import React from 'react';

/** Takes a new password. Browsers offer to fill in and to keep passwords of other people otherwise. */
export function PanelPassword({ property, record, onChange }) {
  const { translateMessage } = useTranslation();
  const error = record.errors?.[property.path];
  return (
    <FormGroup error={Boolean(error)}>
      <PropertyLabel property={property} />
      <input
        id={property.path}
        className="p-input"
        type="password"
        autoComplete="new-password"
        value={record.params[property.path] ?? ''}
        onChange={({ target }) => onChange(property.path, target.value)}
      />
      <FormMessage>{error && translateMessage(error.message, property.resourceId)}</FormMessage>
    </FormGroup>
  );
}
