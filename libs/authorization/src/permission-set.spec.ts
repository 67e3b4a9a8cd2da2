import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isPermissionName,
  isPermissionPattern,
  isWildcard,
  matchesPermission,
  splitPermission,
  type PermissionName,
} from './permission-name.js';
import { Catalogue } from './catalogue.js';
import { PermissionSet } from './permission-set.js';

const part = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
const name = fc.tuple(part, part).map(([resource, action]): PermissionName => `${resource}:${action}`);
const patternPart = fc.oneof(part, fc.constant('*'));
const pattern = fc.tuple(patternPart, patternPart).map(([r, a]): PermissionName => `${r}:${a}`);

describe('permission names', () => {
  it.each(['deal:read', 'a:b', 'deal_item:view_all2'])('accepts %s', (text) => {
    expect(isPermissionName(text)).toBe(true);
    expect(isPermissionPattern(text)).toBe(true);
  });

  it.each([
    '',
    'deal',
    'Deal:read',
    'deal:',
    ':read',
    '1deal:read',
    'deal:read:all',
    'de*:read',
    'deal:read\n',
  ])('refuses %j', (text) => {
    expect(isPermissionName(text)).toBe(false);
    expect(isPermissionPattern(text)).toBe(false);
  });

  it('takes a wildcard for a whole part, as a pattern only', () => {
    for (const text of ['deal:*', '*:read', '*:*']) {
      expect(isPermissionPattern(text)).toBe(true);
      expect(isPermissionName(text)).toBe(false);
    }
  });

  it('refuses names over the limit', () => {
    expect(isPermissionName(`${'a'.repeat(65)}:${'b'.repeat(64)}`)).toBe(false);
  });

  it('splits what it can join', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        const { resource, action } = splitPermission(text);
        expect(`${resource}:${action}`).toBe(text);
      }),
    );
    expect(() => splitPermission('nothing')).toThrow(RangeError);
  });

  it('matches each part on its own', () => {
    fc.assert(
      fc.property(pattern, name, (wanted, given) => {
        const [resource, action] = wanted.split(':');
        const [givenResource, givenAction] = given.split(':');
        const expected = [givenResource, '*'].includes(resource) && [givenAction, '*'].includes(action);
        expect(matchesPermission(wanted, given)).toBe(expected);
      }),
    );
  });
});

describe('PermissionSet', () => {
  it('holds exactly the names and what the wildcards match in the catalogue', () => {
    fc.assert(
      fc.property(fc.array(pattern), fc.array(name), fc.array(name), (patterns, catalogue, questions) => {
        const set = PermissionSet.expand(patterns, catalogue);
        for (const question of [...questions, ...catalogue]) {
          const expected =
            patterns.includes(question) ||
            (catalogue.includes(question) &&
              patterns.some((p) => isWildcard(p) && matchesPermission(p, question)));
          expect(set.has(question)).toBe(expected);
        }
      }),
    );
  });

  it('never holds a wildcard, nor a name outside the catalogue by one', () => {
    const set = PermissionSet.expand(['*:*'], ['deal:read']);
    expect(set.has('*:*')).toBe(false);
    expect(set.has('deal:write')).toBe(false);
    expect(set.toSortedArray()).toEqual(['deal:read']);
  });

  it('tells what is missing', () => {
    const set = new PermissionSet(['deal:read', 'deal:update']);
    expect(set.hasAll(['deal:read', 'deal:update'])).toBe(true);
    expect(set.hasAll(['deal:read', 'deal:delete'])).toBe(false);
    expect(set.missing(['deal:delete', 'deal:read'])).toEqual(['deal:delete']);
    expect(PermissionSet.EMPTY.size).toBe(0);
  });

  it('lacks nothing of another exactly when it never will, whatever is registered later', () => {
    let [lacking, sufficient] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 3 }),
        fc.array(pattern, { maxLength: 2 }),
        fc.array(name, { maxLength: 5 }),
        fc.boolean(),
        (own, given, known, withOthers) => {
          const catalogue = [...known, ...given.filter((one) => !isWildcard(one))];
          const patterns = withOthers ? [...own, ...given] : own;
          const lacks = PermissionSet.expand(patterns, catalogue).lacks(
            PermissionSet.expand(given, catalogue),
          );
          // Something new that fits each wildcard.
          const later = given.map((one) => one.replaceAll('*', 'later') as PermissionName);
          const registered = [...catalogue, ...later];
          const missing = PermissionSet.expand(patterns, registered).missing(
            PermissionSet.expand(given, registered),
          );
          if (lacks.length === 0) sufficient++;
          else lacking++;
          expect(lacks.length === 0).toBe(missing.length === 0);
        },
      ),
    );
    expect(Math.min(lacking, sufficient)).toBeGreaterThan(0);
  });
  it('tells what another lacks, over the same catalogue and over another', () => {
    fc.assert(
      fc.property(
        fc.array(pattern),
        fc.array(pattern),
        fc.array(name, { maxLength: 80 }),
        (some, others, known) => {
          const catalogue = Catalogue.of(known);
          const [one, other] = [
            PermissionSet.expand(some, catalogue),
            PermissionSet.expand(others, catalogue),
          ];
          const elsewhere = PermissionSet.expand(others, [...known].reverse());
          const expected = [...one].filter((held) => !other.has(held));
          expect(one.minus(other)).toEqual(expected);
          expect(one.minus(elsewhere)).toEqual(expected);
        },
      ),
    );
  });
});
