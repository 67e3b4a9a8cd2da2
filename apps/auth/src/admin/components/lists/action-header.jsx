import { Icon } from '@adminjs/design-system';
import { actionHref, Breadcrumbs, useAction, useFilterDrawer, useTranslation } from 'adminjs';
import React from 'react';
import { Button } from '../kit/button.jsx';

/** What a list offers beside its rows; reading it again and searching it are no buttons. */
const OFFERED = ['new', 'many'];

/** What stands above a list, a record or a form: where it is, what it is called, and what may be done. */
export function PanelActionHeader({
  resource,
  record,
  action,
  tag,
  omitActions,
  toggleFilter,
  actionPerformed,
}) {
  const { translateAction } = useTranslation();
  if (action.hideActionHeader) return null;
  const offered = record
    ? record.recordActions.filter(({ name }) => name !== action.name)
    : resource.resourceActions.filter(({ name }) => action.name === 'list' && OFFERED.includes(name));
  return (
    <div className="p-action-head">
      <Breadcrumbs resource={resource} record={record} actionName={action.name} />
      <div className="p-page-head">
        <h1>
          {translateAction(action.label, resource.id)}{' '}
          {tag && <span className="p-badge p-tone-plain">{tag}</span>}
        </h1>
        <div className="p-row">
          {!omitActions &&
            offered.map((offer) => (
              <ActionButton
                key={offer.name}
                action={offer}
                resource={resource}
                record={record}
                actionPerformed={actionPerformed}
              />
            ))}
          {toggleFilter && <FilterButton resource={resource} />}
        </div>
      </div>
    </div>
  );
}

function ActionButton({ action, resource, record, actionPerformed }) {
  const { translateAction } = useTranslation();
  const params = { resourceId: resource.id, recordId: record?.id };
  const { handleClick } = useAction(action, params, actionPerformed);
  const kind = action.name === 'new' ? 'primary' : action.variant === 'danger' ? 'danger' : 'plain';
  const label = translateAction(action.label, resource.id);
  const href = actionHref(action, params);
  if (!href)
    return (
      <Button kind={kind} icon={action.icon} onClick={handleClick}>
        {label}
      </Button>
    );
  return (
    <a className={`p-button p-button-${kind}`} href={href} onClick={handleClick}>
      <Icon icon={action.icon} size={16} />
      {label}
    </a>
  );
}

function FilterButton({ resource }) {
  const { translateButton } = useTranslation();
  const { toggleFilter, filtersCount, isVisible } = useFilterDrawer();
  const key = filtersCount > 0 ? 'filterActive' : 'filter';
  return (
    <Button icon="Filter" aria-expanded={isVisible} onClick={toggleFilter}>
      {translateButton(key, resource.id, { count: filtersCount })}
    </Button>
  );
}
