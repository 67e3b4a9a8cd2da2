import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useWords } from '../kit/words.js';
import { RecordRow } from './record-row.jsx';

/** The table of a list. What is too wide scrolls inside of it. */
export function RecordsTable({ resource, records, direction, sortBy, onChange }) {
  const { translateAction } = useTranslation();
  const { say } = useWords();
  const name = translateAction('list', resource.id);
  return (
    <div className="p-scroll" role="region" aria-label={name} tabIndex={0}>
      <table className="p-table p-stacked">
        <thead>
          <tr>
            {resource.listProperties.map((property) => (
              <Heading
                key={property.propertyPath}
                property={property}
                direction={sortBy === property.propertyPath ? direction : undefined}
              />
            ))}
            <th scope="col">
              <span className="p-hidden">{say('kit.actionsHeading')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow key={record.id} resource={resource} record={record} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ORDERS = { asc: 'ascending', desc: 'descending' };

function Heading({ property, direction }) {
  const { translateProperty } = useTranslation();
  const location = useLocation();
  const label = translateProperty(property.label, property.resourceId);
  if (!property.isSortable) return <th scope="col">{label}</th>;
  const query = new URLSearchParams(location.search);
  query.set('sortBy', property.propertyPath);
  query.set('direction', direction === 'asc' ? 'desc' : 'asc');
  return (
    <th scope="col" aria-sort={ORDERS[direction] ?? 'none'}>
      <Link to={{ search: query.toString() }}>
        {label}
        {direction && <Icon icon={direction === 'asc' ? 'ChevronUp' : 'ChevronDown'} size={14} />}
      </Link>
    </th>
  );
}
