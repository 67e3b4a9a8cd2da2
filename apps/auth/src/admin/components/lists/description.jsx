import { useTranslation } from 'adminjs';
import React from 'react';

/** What a field is for, beside its name: AdminJS hides it behind a mark that neither keys nor fingers reach. */
export function PanelDescription({ property }) {
  const { translateMessage } = useTranslation();
  return (
    <small className="p-description">{translateMessage(property.description, property.resourceId)}</small>
  );
}
