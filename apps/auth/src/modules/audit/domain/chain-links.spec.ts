import { describe, expect, it } from '@jest/globals';
import { randomKey } from '../../../core/crypto/index.js';
import { BEGINNING, chain, type ChainLink, findFault } from './chain-links.js';

const key = randomKey();
const start = { position: 0, hash: BEGINNING };
const log = (): ChainLink[] =>
  chain(
    key,
    start,
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, content: `["${id}"]` })),
  );
/** Entries of the log at other places than their own. */
const placed = (links: readonly ChainLink[], order: readonly number[]): ChainLink[] =>
  order.map((from, index) => ({ ...links[from]!, position: index + 1 }));
const find = (links: readonly ChainLink[]) => findFault(key, start, links);

describe('the chain', () => {
  it('finds nothing where nothing was done, from the beginning or from the middle', () => {
    const links = log();
    expect(find(links)).toBeNull();
    expect(findFault(key, links[2]!, links.slice(3))).toBeNull();
  });

  it('finds a change, whatever was changed', () => {
    const [first, second] = log() as [ChainLink, ChainLink];
    const changed = { kind: 'changed', position: 2, eventId: 'b' };
    expect(find([first, { ...second, content: '["x"]' }])).toEqual(changed);
    expect(find([first, { ...second, hash: first.hash }])).toEqual(changed);
    expect(find([first, { ...second, hash: Buffer.alloc(0) }])).toEqual(changed);
  });

  it('finds an entry that is gone', () => {
    expect(find(log().filter(({ id }) => id !== 'c'))).toEqual({
      kind: 'removed',
      position: 3,
      eventId: null,
    });
    expect(find(placed(log(), [0, 1, 3, 4, 5]))).toMatchObject({ position: 3 });
  });

  it('finds an entry that was put in', () => {
    const links = log();
    const [forged] = chain(randomKey(), start, [{ id: 'x', content: '["x"]' }]) as [ChainLink];
    const fault = { kind: 'inserted', position: 3, eventId: 'x' };
    expect(find(placed([...links, forged], [0, 1, 6, 2, 3, 4, 5]))).toEqual(fault);
    expect(find([...links.slice(0, 3), { ...forged, position: 3 }, ...links.slice(3)])).toEqual(fault);
  });

  it.each([
    ['neighbours', [0, 2, 1, 3, 4, 5], 2],
    ['distant ones', [0, 4, 2, 3, 1, 5], 2],
  ])('finds two that changed places: %s', (_, order, position) => {
    const links = log();
    expect(find(placed(links, order))).toMatchObject({ kind: 'reordered', position });
    // Their hashes stay where they were.
    const bare = placed(links, order).map((link, index) => ({ ...link, hash: links[index]!.hash }));
    expect(find(bare)).toMatchObject({ kind: 'reordered', position });
  });

  it('cannot be continued without the key', () => {
    const links = log();
    const forged = chain(randomKey(), links[5]!, [{ id: 'g', content: '["g"]' }]);
    expect(find([...links, ...forged])).toEqual({ kind: 'changed', position: 7, eventId: 'g' });
  });
});
