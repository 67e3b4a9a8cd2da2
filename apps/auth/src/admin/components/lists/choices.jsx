import { ApiClient, PropertyLabel } from 'adminjs';
import { Box, CheckBox, FormGroup, FormMessage, Input, Label, Text } from '@adminjs/design-system';
import React, { useEffect, useMemo, useState } from 'react';
import { useWords } from '../kit/words.js';
import { readSet, writeSet } from './set.js';

const groupStyle = {
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '12px 16px',
  margin: '0 0 12px',
};
const gridStyle = {
  display: 'grid',
  gap: '8px 16px',
  gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
};
/** From so many values on a search field helps. */
const MANY = 12;

function useChoices(resourceId, field) {
  const [choices, setChoices] = useState();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    new ApiClient().resourceAction({ resourceId, actionName: 'choices', params: { field } }).then(
      ({ data }) => (data.choices ? setChoices(data.choices) : setFailed(true)),
      () => setFailed(true),
    );
  }, [resourceId, field]);
  return { choices, failed };
}

function Choice({ field, choice, checked, onToggle }) {
  const id = `${field}-${choice.value}`;
  return (
    <Box flex alignItems="flex-start">
      <CheckBox
        id={id}
        name={field}
        value={choice.value}
        checked={checked}
        onChange={() => onToggle(choice.value)}
      />
      <Box ml="default">
        <Label htmlFor={id} mb="0" inline>
          {choice.label}
        </Label>
        {choice.hint && (
          <Text variant="sm" color="grey60">
            {choice.hint}
          </Text>
        )}
      </Box>
    </Box>
  );
}

/** Edits a set of values by check boxes under their headings. */
export function PanelChoices({ property, record, resource, onChange }) {
  const { say } = useWords();
  const { choices, failed } = useChoices(resource.id, property.name);
  const [search, setSearch] = useState('');
  const chosen = readSet(record, property);
  const [initial] = useState(chosen);
  const error = record.errors?.[property.path];
  const groups = useMemo(
    () => groupChoices(withOthers(choices ?? [], initial, say('kit.other')), search),
    [choices, initial, search, say],
  );

  const toggle = (value) => {
    const others = chosen.filter((item) => item !== value);
    onChange(property.path, writeSet(chosen.includes(value) ? others : [...others, value]));
  };

  return (
    <FormGroup error={Boolean(error)} data-testid={`choices-${property.path}`}>
      <PropertyLabel property={property} />
      <Text mb="default" color="grey60">
        {failed ? say('kit.failed') : say('kit.chosen', { count: chosen.length })}
      </Text>
      {choices?.length > MANY && (
        <Box mb="default">
          <Input
            type="search"
            placeholder={say('kit.search')}
            aria-label={say('kit.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </Box>
      )}
      {groups.map(([name, members]) => (
        <fieldset key={name} style={groupStyle}>
          {name && (
            <legend>
              <Text as="span" fontWeight="bold" px="default">
                {name}
              </Text>
            </legend>
          )}
          <div style={gridStyle}>
            {members.map((choice) => (
              <Choice
                key={choice.value}
                field={property.path}
                choice={choice}
                checked={chosen.includes(choice.value)}
                onToggle={toggle}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <FormMessage>{error?.message}</FormMessage>
    </FormGroup>
  );
}

/** Keeps in sight what was chosen before and stands in no list (any more). */
function withOthers(choices, chosen, group) {
  const listed = new Set(choices.map(({ value }) => value));
  const others = chosen.filter((value) => !listed.has(value));
  return [...choices, ...others.map((value) => ({ value, label: value, group }))];
}

function groupChoices(choices, search) {
  const wanted = search.trim().toLowerCase();
  const groups = new Map();
  for (const choice of choices) {
    if (!`${choice.label} ${choice.hint ?? ''}`.toLowerCase().includes(wanted)) continue;
    const name = choice.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), choice]);
  }
  return [...groups];
}
