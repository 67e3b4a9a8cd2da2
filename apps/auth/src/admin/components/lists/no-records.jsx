import { actionHref, useQueryParams, useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { documentPath, panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';
import { panel } from '../state.js';

/** Where things come from that are not made in their own list; what the way is called stands in `messages.next`. */
const ORIGINS = {
  mails: { page: '/resources/invitations' },
  'api-keys': { document: 'concepts/services-and-api-keys' },
};

/** Says what to do next where there is nothing: widen the filter, or make the first one, for those who may. */
export function NoRecords({ resource }) {
  const { filters, clearParams } = useQueryParams();
  const { translateMessage } = useTranslation();
  const { say } = useWords();
  if (Object.keys(filters ?? {}).length > 0)
    return (
      <Empty text={say('kit.noneFits')}>
        <Button onClick={() => clearParams('filters')}>{say('kit.showAll')}</Button>
      </Empty>
    );
  return (
    <Empty text={translateMessage('noRecordsInResource', resource.id)}>
      <Way resource={resource} />
    </Empty>
  );
}

function Way({ resource }) {
  const { translateAction, translateMessage } = useTranslation();
  const create = resource.resourceActions.find(({ name }) => name === 'new');
  if (create)
    return (
      <Link className="p-button p-button-primary" to={actionHref(create, { resourceId: resource.id })}>
        {translateAction(create.label, resource.id)}
      </Link>
    );
  const { page, document } = ORIGINS[resource.id] ?? {};
  const label = translateMessage('next', resource.id);
  if (document) return <a href={documentPath(document)}>{label}</a>;
  return page && isOffered(page) ? <Link to={panelPath(page)}>{label}</Link> : null;
}

const isOffered = (page) =>
  panel.navigation.some(({ items }) => items.some(({ href }) => href === panelPath(page)));
