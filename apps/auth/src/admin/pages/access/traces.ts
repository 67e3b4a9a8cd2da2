import { z } from 'zod';
import type { AuditEvent } from '../../../modules/audit/index.js';

/** Something that a change brought or took: whom or what, and until when it was given. */
export interface Trace {
  readonly kind: 'user' | 'role' | 'team' | 'group' | 'level' | 'factor' | 'text';
  readonly value: string;
  readonly until?: string | null;
}

/** What a change brought, and what it took. */
export interface Traces {
  readonly gained: readonly Trace[];
  readonly lost: readonly Trace[];
}

type TracesOf = (side: unknown, event: AuditEvent) => readonly Trace[];

const id = z.string();
const until = z.string().nullish();
const given = z.object({ roleId: id, validUntil: until });

const user = (value: string): Trace => ({ kind: 'user', value });

/** Reads one side of an event by a schema; nothing where the side is not of that kind. */
const reading =
  <Side extends z.ZodType>(
    schema: Side,
    traces: (side: z.output<Side>, event: AuditEvent) => readonly Trace[],
  ): TracesOf =>
  (side, event) => {
    const read = schema.safeParse(side);
    return read.success ? traces(read.data, event) : [];
  };

const named = reading(z.object({ name: z.string() }), ({ name }) => [{ kind: 'text', value: name }]);
const person = reading(given, ({ validUntil }, { subjectId }) => [
  { ...user(subjectId ?? ''), until: validUntil ?? null },
]);
const oneMember = reading(z.object({ userId: id }), ({ userId }) => [user(userId)]);
const placed = reading(z.object({ groupId: id.nullable() }), ({ groupId }) => [group(groupId)]);
const managed = reading(z.object({ managerId: id }), ({ managerId }) => [user(managerId)]);
const said = reading(z.object({ type: z.string(), level: z.number() }), ({ type, level }) => [
  { kind: 'level', value: `${type}:${level}` },
]);
const people = reading(
  z.object({ assignments: z.array(z.object({ userId: id, validUntil: until })) }),
  ({ assignments }) =>
    assignments.map(({ userId, validUntil }) => ({ ...user(userId), until: validUntil ?? null })),
);
const oneManager = reading(z.object({ userId: id, isManager: z.literal(true) }), ({ userId }) => [
  user(userId),
]);
const roles = reading(z.array(given), (all) =>
  all.map(({ roleId, validUntil }) => ({ kind: 'role', value: roleId, until: validUntil ?? null })),
);
/** Of the role's page the team is wanted, of the team's page the role; both are told. */
const carried = reading(given, ({ roleId, validUntil }, { subjectId }) => [
  { kind: 'team', value: subjectId ?? '', until: validUntil ?? null },
  { kind: 'role', value: roleId, until: validUntil ?? null },
]);
const factor = reading(z.object({ requiresSecondFactor: z.boolean() }), ({ requiresSecondFactor }) => [
  { kind: 'factor', value: String(requiresSecondFactor) },
]);
const movedPeople = reading(z.array(z.object({ userId: id, groupId: id.nullable() })), (all) => [
  ...new Map(all.map(({ groupId }) => [groupId, group(groupId)])).values(),
]);

const movedUsers = reading(z.array(z.object({ userId: id })), (all) => all.map(({ userId }) => user(userId)));

function group(value: string | null): Trace {
  return { kind: 'group', value: value ?? '' };
}

const tracesByAction: Readonly<Record<string, TracesOf>> = {
  'role.created': named,
  'role.deleted': named,
  'role.restored': named,
  'role.updated': (side, event) => [...named(side, event), ...factor(side, event)],
  'role.permissions_set': reading(z.array(id), (names) => names.map((value) => ({ kind: 'text', value }))),
  'role.parents_set': reading(z.array(id), (ids) => ids.map((value) => ({ kind: 'role', value }))),
  'role.assigned': person,
  'role.revoked': person,
  'role.assigned_to_users': people,
  'role.revoked_from_users': people,
  'user.roles_assigned': roles,
  'user.roles_revoked': roles,
  'team.created': named,
  'team.updated': named,
  'team.deleted': named,
  'team.restored': named,
  'team.role_assigned': carried,
  'team.role_revoked': carried,
  'team.members_added': reading(z.object({ userIds: z.array(id) }), ({ userIds }) => userIds.map(user)),
  'team.members_removed': reading(z.object({ members: z.array(z.object({ userId: id })) }), ({ members }) =>
    members.map(({ userId }) => user(userId)),
  ),
  'team.member_removed': oneMember,
  'team.member_left': oneMember,
  'team.manager_added': oneManager,
  'team.manager_removed': oneManager,
  'visibility_group.created': named,
  'visibility_group.updated': named,
  'visibility_group.deleted': named,
  'visibility_group.restored': named,
  'visibility_group.moved': reading(z.object({ parentId: id.nullable() }), ({ parentId }) =>
    parentId === null ? [] : [group(parentId)],
  ),
  'visibility_group.member_moved': placed,
  'visibility_group.member_removed': placed,
  'visibility_group.members_moved': movedPeople,
  'visibility_group.manager_added': managed,
  'visibility_group.manager_removed': managed,
  'visibility_group.default_set': said,
  'visibility_group.default_cleared': said,
};

/** Whom a change is about, where what it brought and took does not say so. */
const concernedByAction: Readonly<Record<string, (event: AuditEvent) => readonly Trace[]>> = {
  'visibility_group.member_moved': ({ subjectId }) => [user(subjectId ?? '')],
  'visibility_group.member_removed': ({ subjectId }) => [user(subjectId ?? '')],
  'visibility_group.members_moved': (event) => movedUsers(event.after, event),
  'user.roles_assigned': ({ subjectId }) => [user(subjectId ?? '')],
  'user.roles_revoked': ({ subjectId }) => [user(subjectId ?? '')],
};

export const concernedBy = (event: AuditEvent): readonly Trace[] =>
  concernedByAction[event.action]?.(event) ?? [];

/** What is on one side alone. */
export function tracesOf(event: AuditEvent): Traces {
  const read = tracesByAction[event.action];
  if (read === undefined) return { gained: [], lost: [] };
  const [before, after] = [read(event.before, event), read(event.after, event)];
  const without = (these: readonly Trace[], those: readonly Trace[]) =>
    these.filter((one) => !those.some((other) => JSON.stringify(one) === JSON.stringify(other)));
  return { gained: without(after, before), lost: without(before, after) };
}
