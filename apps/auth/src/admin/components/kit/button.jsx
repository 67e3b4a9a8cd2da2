import { Icon } from '@adminjs/design-system';
import React from 'react';

/** A button; `kind` is primary, danger, or quiet, and an icon alone needs `label` for screen readers. */
export function Button({ kind = 'plain', icon, label, children, ...rest }) {
  return (
    <button
      type="button"
      className={`p-button p-button-${kind}`}
      aria-label={label}
      title={children ? undefined : label}
      {...rest}
    >
      {icon && <Icon icon={icon} size={16} />}
      {children}
    </button>
  );
}
