import { actionHref, useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { Empty } from '../kit/states.jsx';

/** Says what to do next where there is nothing: make the first one, for those who may. */
export function NoRecords({ resource }) {
  const { translateAction, translateMessage } = useTranslation();
  const create = resource.resourceActions.find(({ name }) => name === 'new');
  return (
    <Empty text={translateMessage('noRecordsInResource', resource.id)}>
      {create && (
        <Link className="p-button p-button-primary" to={actionHref(create, { resourceId: resource.id })}>
          {translateAction(create.label, resource.id)}
        </Link>
      )}
    </Empty>
  );
}
