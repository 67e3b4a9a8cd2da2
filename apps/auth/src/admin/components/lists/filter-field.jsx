import { ApiClient, useTranslation } from 'adminjs';
import { SelectAsync } from '@adminjs/design-system';
import React, { useState } from 'react';
import { useWords } from '../kit/words.js';

const BOOLEANS = [{ value: 'true' }, { value: 'false' }];

/** One field to filter by: a text, one of a few values, or another record. */
export function FilterField({ property, value, onChange }) {
  const { translateProperty } = useTranslation();
  const id = `filter-${property.propertyPath}`;
  const Field = property.reference ? Reference : valuesOf(property) ? Choice : Text;
  return (
    <div className="p-field">
      <label htmlFor={id}>{translateProperty(property.label, property.resourceId)}</label>
      <Field id={id} property={property} value={value} onChange={onChange} />
    </div>
  );
}

const valuesOf = ({ availableValues, type }) => (type === 'boolean' ? BOOLEANS : availableValues);

function Text({ id, value, onChange }) {
  return <input id={id} name={id} value={value} onChange={({ target }) => onChange(target.value)} />;
}

function Choice({ id, property, value, onChange }) {
  const { translateLabel } = useTranslation();
  return (
    <select id={id} name={id} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="" />
      {valuesOf(property).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {translateLabel(`${property.propertyPath}.${choice.value}`, property.resourceId)}
        </option>
      ))}
    </select>
  );
}

/** What is read out while one chooses: the records themselves. */
const spoken = {
  guidance: () => '',
  onChange: ({ label }) => label ?? '',
  onFocus: ({ focused }) => focused.label ?? '',
  onFilter: ({ resultsMessage }) => resultsMessage,
};

function Reference({ id, property, value, onChange }) {
  const { say } = useWords();
  const [found, setFound] = useState([]);
  const search = async (query) => {
    const records = await new ApiClient().searchRecords({ resourceId: property.reference, query });
    const options = records.map((record) => ({ value: record.id, label: record.title }));
    setFound(options);
    return options;
  };
  return (
    <SelectAsync
      inputId={id}
      value={found.find((option) => option.value === value) ?? ''}
      isClearable
      cacheOptions
      defaultOptions
      loadOptions={search}
      placeholder={say('pages.user.pick')}
      noOptionsMessage={() => say('messages.noRecords')}
      loadingMessage={() => say('kit.loading')}
      screenReaderStatus={({ count }) => say('pages.search.results', { count })}
      ariaLiveMessages={spoken}
      onChange={(option) => onChange(option?.value)}
    />
  );
}
