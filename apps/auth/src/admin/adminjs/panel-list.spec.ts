import { describe, expect, it } from '@jest/globals';
import type { Filter } from 'adminjs';
import { listCriteria, readWindow } from './panel-list.js';
import type { PanelListQuery, PanelResourceOptions } from './panel-resource.types.js';

const options = {
  fields: [
    { name: 'email', places: ['list', 'filter'], sortable: true },
    { name: 'status', places: ['filter'], values: ['active'] },
    { name: 'userId', places: ['filter'], reference: 'users' },
    { name: 'hash', places: [] },
  ],
} as unknown as PanelResourceOptions;

const filter = (values: Record<string, unknown>) =>
  ({
    filters: Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { path, value }])),
  }) as unknown as Filter;

describe('listCriteria', () => {
  it('takes what is declared', () => {
    const sort = { sortBy: 'email', direction: 'desc' } as const;
    expect(listCriteria(options, filter({ email: 'a', status: 'active' }), sort)).toEqual({
      filters: { email: 'a', status: 'active' },
      sort: '-email',
    });
  });

  it.each([
    { hash: 'a' },
    { nothing: 'a' },
    { email: { a: 1 } },
    { email: 'x'.repeat(201) },
    { email: 'a\0' },
    { status: 'gone' },
    { userId: 'no id' },
  ])('refuses the filter %j', (values) => {
    expect(() => listCriteria(options, filter(values), undefined)).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });

  it.each(['hash', 'status', 'nothing', '__proto__'])('refuses to sort by %s', (sortBy) => {
    expect(() => listCriteria(options, filter({}), { sortBy })).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });
});

describe('readWindow', () => {
  const rows = Array.from({ length: 450 }, (_, index) => ({ id: String(index) }));
  const list = ({ limit, cursor }: PanelListQuery) => {
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return Promise.resolve({
      items: rows.slice(start, end),
      nextCursor: end < rows.length ? String(end) : null,
    });
  };
  const read = (offset: number) => readWindow(list, { filters: {} }, { limit: 20, offset });

  it.each([0, 20, 180, 200, 440])('reads the page at %i and knows of a next one', async (offset) => {
    const { rows: page, total } = await read(offset);
    expect(page.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: Math.min(20, 450 - offset) }, (_, index) => offset + index),
    );
    expect(total > offset + page.length).toBe(offset + page.length < 450);
    expect(total).toBeLessThanOrEqual(450);
  });

  it.each([-20, 10_001, Number.NaN])('refuses the offset %d', async (offset) => {
    await expect(read(offset)).rejects.toMatchObject({ code: 'invalid_request' });
  });
});
