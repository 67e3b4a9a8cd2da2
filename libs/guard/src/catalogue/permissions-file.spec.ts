import { describe, expect, it } from '@jest/globals';
import { differences, inForce, type ListedPermission, writePermissions } from './permissions-file.js';

const listed = (
  name: ListedPermission['name'],
  changes: Partial<ListedPermission> = {},
): ListedPermission => ({
  name,
  description: '',
  deprecatedAt: null,
  ...changes,
});

describe('the file of permissions', () => {
  const permissions = inForce([
    listed('deal:update', { description: 'Change deals */ of\nyours' }),
    listed('deal:read'),
    listed('deal:gone', { deprecatedAt: '2026-01-01T00:00:00Z' }),
  ]);

  it('names what is in force, in order, with descriptions that end no comment', () => {
    expect(writePermissions(permissions)).toContain(
      "[\n  'deal:read',\n  /** Change deals *\\/ of yours */\n  'deal:update',\n] as const",
    );
  });

  it('differs by its names, not by its layout', () => {
    const file = writePermissions(permissions);
    expect(differences(file, permissions)).toEqual([]);
    expect(differences(file.replaceAll('\n', ' '), permissions)).toEqual([]);
    expect(differences(file, [...permissions, listed('deal:new')])).toEqual(['+ deal:new']);
    expect(differences(file, permissions.slice(0, 1))).toEqual(['- deal:update']);
    expect(differences('', permissions)).toEqual(['+ deal:read', '+ deal:update']);
  });
});
