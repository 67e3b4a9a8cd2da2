import { describe, expect, it } from '@jest/globals';
import { PermissionCatalogue } from './permission-catalogue.js';

const thing = { key: 'thing', description: 'Things', actions: { read: 'See', update: 'Change' } };

describe('PermissionCatalogue', () => {
  it('knows what was declared, and nothing else', () => {
    const catalogue = new PermissionCatalogue();
    catalogue.declare(thing);
    expect(catalogue.resources).toEqual([thing]);
    expect(catalogue.has('thing:read')).toBe(true);
    for (const other of ['thing:delete', 'other:read', 'thing:constructor', '__proto__:read'] as const)
      expect(catalogue.has(other)).toBe(false);
  });

  it('takes each resource once', () => {
    const catalogue = new PermissionCatalogue();
    expect(() => catalogue.declare(thing, thing)).toThrow('resource declared twice: thing');
  });

  it.each([
    ['Thing', 'read'],
    ['thing', 'Read'],
    ['thing', '*'],
    ['', 'read'],
    ['thing', 'a:b'],
  ])('refuses %s:%s', (key, action) => {
    const declare = () =>
      new PermissionCatalogue().declare({ key, description: '', actions: { [action]: '' } });
    expect(declare).toThrow('not a permission');
  });
});
