import { useFilterDrawer, useQueryParams, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { FilterField } from './filter-field.jsx';

/** The filters of a list, beside it while they are wanted. */
export function PanelFilterDrawer({ resource }) {
  const { isVisible, toggleFilter } = useFilterDrawer();
  const { filters, storeParams, clearParams } = useQueryParams();
  const { translateButton, translateLabel } = useTranslation();
  const { say } = useWords();
  const [chosen, setChosen] = useState(filters ?? {});
  useEffect(() => setChosen(filters ?? {}), [resource.id, JSON.stringify(filters)]);
  if (!isVisible) return null;

  const apply = (event) => {
    event.preventDefault();
    storeParams({ filters: chosen, page: '1' });
  };
  const reset = () => {
    clearParams('filters');
    setChosen({});
  };
  return (
    <form className="p-drawer" onSubmit={apply} aria-labelledby="filters-heading">
      <div className="p-page-head">
        <h2 id="filters-heading">{translateLabel('filters', resource.id)}</h2>
        <Button kind="quiet" icon="X" label={say('kit.close')} onClick={toggleFilter} />
      </div>
      <div className="p-stack">
        {resource.filterProperties.map((property) => (
          <FilterField
            key={property.propertyPath}
            property={property}
            value={chosen[property.propertyPath] ?? ''}
            onChange={(value) => setChosen({ ...chosen, [property.propertyPath]: value || undefined })}
          />
        ))}
        <div className="p-row">
          <button type="submit" className="p-button p-button-primary">
            {translateButton('applyChanges', resource.id)}
          </button>
          <Button onClick={reset}>{translateButton('resetFilter', resource.id)}</Button>
        </div>
      </div>
    </form>
  );
}
