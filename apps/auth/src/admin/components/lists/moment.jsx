import { useTranslation } from 'adminjs';
import { ValueGroup } from '@adminjs/design-system';
import React from 'react';
import { Moment } from '../kit/moment.jsx';

/** Shows a point in time. */
export function PanelMoment({ property, record, resource, where }) {
  const { translateProperty } = useTranslation();
  const moment = <Moment at={record.params[property.path]} />;
  if (where === 'list') return moment;
  return <ValueGroup label={translateProperty(property.label, resource.id)}>{moment}</ValueGroup>;
}
