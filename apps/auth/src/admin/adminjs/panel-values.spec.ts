import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../core/errors/index.js';
import type { PanelField } from './panel-resource.types.js';
import { changedValues, formValues, rowToParams } from './panel-values.js';

const fields: PanelField[] = [
  { name: 'name', places: ['new', 'edit'], isRequired: true, rule: { maxLength: 5 } },
  { name: 'note', places: ['new', 'edit'] },
  { name: 'secret', type: 'password', places: ['edit'] },
  { name: 'tags', type: 'set', places: ['edit'] },
  { name: 'kind', places: ['edit'], values: ['a', 'b'] },
];

function faultsOf(params: Record<string, unknown>): string[] {
  try {
    formValues('edit', fields, params);
    return [];
  } catch (error) {
    return (error as AppError).errors?.map(({ field }) => field) ?? [];
  }
}

describe('formValues', () => {
  it('takes declared fields alone', () => {
    const params = { name: 'x', passwordHash: 'y', id: 'z', constructor: 'c', __proto__: { note: 'n' } };
    expect(formValues('edit', fields, params)).toEqual({ name: 'x', note: 'n' });
  });

  it('names the fields that are at fault', () => {
    expect(faultsOf({ name: '' })).toEqual(['name']);
    expect(faultsOf({ name: 'too long', kind: 'c' })).toEqual(['name', 'kind']);
    expect(faultsOf({ name: 'x', kind: 'a' })).toEqual([]);
  });

  it('takes an empty text as no answer in a new form, as a change in another, and never as a password', () => {
    expect(formValues('new', fields, { name: 'x', note: '', secret: '' })).toEqual({ name: 'x' });
    expect(formValues('edit', fields, { name: 'x', note: '', secret: '' })).toEqual({ name: 'x', note: '' });
  });

  it.each([
    ['["a","b","a",1,null]', ['a', 'b']],
    ['[]', []],
    ['{"a":1}', undefined],
    ['nonsense', undefined],
  ])('reads the set %s', (tags, expected) => {
    expect(formValues('edit', fields, { name: 'x', tags }).tags).toEqual(expected);
  });
});

describe('changedValues', () => {
  it('compares with the row, sets without their order', () => {
    const row = { id: '1', name: 'x', note: null, tags: ['a', 'b'] };
    expect(changedValues({ name: 'x', note: '', tags: ['b', 'a'] }, row)).toEqual({});
    expect(changedValues({ name: 'y', note: 'n', tags: ['a'] }, row)).toEqual({
      name: 'y',
      note: 'n',
      tags: ['a'],
    });
  });
});

describe('rowToParams', () => {
  it('shows the fields given, the id and the version', () => {
    const row = { id: '1', version: 2, name: 'x', tags: ['a'], hash: 'h' };
    expect(rowToParams(fields, row)).toEqual({ id: '1', version: 2, name: 'x', tags: '["a"]' });
  });
});
