import type { PermissionName } from '@auth-service/authorization';

/** A permission as the auth service lists it. */
export interface ListedPermission {
  readonly name: PermissionName;
  readonly description: string;
  /** Since then no code declares it any more. */
  readonly deprecatedAt: string | null;
}

const NAME = /'([a-z][a-z0-9_]*:[a-z][a-z0-9_]*)'/g;

/** What no code declares any more is left out, so that the compiler finds where it is still asked for. */
export const inForce = (listed: readonly ListedPermission[]): ListedPermission[] =>
  listed.filter(({ deprecatedAt }) => deprecatedAt === null).sort((a, b) => (a.name < b.name ? -1 : 1));

/** The TypeScript file that tells the compiler every permission. */
export function writePermissions(permissions: readonly ListedPermission[]): string {
  const lines = permissions.map(
    ({ name, description }) =>
      `${description === '' ? '' : `  /** ${escape(description)} */\n`}  '${name}',\n`,
  );
  return `// Written by auth-service-permissions; do not edit.

export const permissions = [
${lines.join('')}] as const;

/** A permission of the catalogue. */
export type Permission = (typeof permissions)[number];

declare module '@auth-service/guard' {
  interface PermissionCatalogue {
    permission: Permission;
  }
}
`;
}

/** How a file that was written differs from the catalogue, whatever became of its layout; nothing when it does not. */
export function differences(file: string, permissions: readonly ListedPermission[]): string[] {
  const written = new Set([...file.matchAll(NAME)].map(([, name]) => name ?? ''));
  const names = new Set<string>(permissions.map(({ name }) => name));
  return [
    ...[...names].filter((name) => !written.has(name)).map((name) => `+ ${name}`),
    ...[...written].filter((name) => !names.has(name)).map((name) => `- ${name}`),
  ];
}

const escape = (text: string): string => text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ');
