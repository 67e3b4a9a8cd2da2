import { actionHref, BasePropertyComponent, useAction, useTranslation } from 'adminjs';
import { Icon } from '@adminjs/design-system';
import React from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useClosingMenu } from '../kit/use-closing-menu.js';
import { useWords } from '../kit/words.js';

/** One record of a list: its title leads to it, as does a click anywhere in the line. */
export function RecordRow({ resource, record, onChange }) {
  const navigate = useNavigate();
  const { translateProperty } = useTranslation();
  const show = record.recordActions.find(({ name }) => name === 'show');
  const href = show && actionHref(show, { resourceId: resource.id, recordId: record.id });
  const open = ({ target }) => {
    if (href && !target.closest('a, button, summary, details')) navigate(href);
  };
  return (
    <tr onClick={open} data-id={record.id}>
      {resource.listProperties.map((property) => (
        <td
          key={property.propertyPath}
          className={property.name === 'description' ? 'p-wrap' : undefined}
          data-label={translateProperty(property.label, property.resourceId)}
        >
          <Cell
            property={property}
            resource={resource}
            record={record}
            href={property.isTitle ? href : undefined}
          />
        </td>
      ))}
      <td className="p-table-actions">
        <RecordMenu resource={resource} record={record} onChange={onChange} />
      </td>
    </tr>
  );
}

function Cell({ href, ...props }) {
  const value = <BasePropertyComponent where="list" {...props} />;
  return href ? (
    <Link className="p-title" to={href}>
      {value}
    </Link>
  ) : (
    value
  );
}

function RecordMenu({ resource, record, onChange }) {
  const { say } = useWords();
  const menu = useClosingMenu();
  return (
    <details className="p-menu" ref={menu} data-testid="actions-dropdown">
      <summary aria-label={say('kit.actions', { name: record.title })}>
        <Icon icon="MoreHorizontal" size={18} />
      </summary>
      <ul className="p-menu-box">
        {record.recordActions.map((action) => (
          <li key={action.name}>
            <RecordAction action={action} resource={resource} record={record} onChange={onChange} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function RecordAction({ action, resource, record, onChange }) {
  const { translateAction } = useTranslation();
  const { handleClick } = useAction(action, { resourceId: resource.id, recordId: record.id }, onChange);
  return (
    <button type="button" className="p-button p-button-quiet" onClick={handleClick}>
      <Icon icon={action.icon} size={16} />
      {translateAction(action.label, resource.id)}
    </button>
  );
}
