import { isVisibilityLevel } from '@auth-service/authorization';
import { AppError } from '../../../core/errors/index.js';
import type { DescribedItem, Evaluation } from '../domain/evaluation.js';

/** JSON objects as they come. Unknown members are ignored, as the standard wants it. */
export type Json = Readonly<Record<string, unknown>>;

const MAX_TEXT = 1000;
const MAX_LIST = 1000;

/**
 * Reads an evaluation of the AuthZEN Authorization API 1.0 (sections 5 and 6). Written by hand rather than with
 * decorators: a hundred of them come in one request.
 *
 * @throws AppError `invalid_request` for a missing or wrong member, `invalid_level`
 */
export function readEvaluation(body: Json): Evaluation {
  return evaluationReader({})(body);
}

/**
 * Reads evaluations that take what they leave out from the request around them, which is read once for all.
 *
 * @param defaults - `subject`, `action`, `resource` and `context` of the request
 */
export function evaluationReader(defaults: Json): (one: Json) => Evaluation {
  const subject = lastRead(readSubject);
  const action = lastRead(readAction);
  const context = lastRead(readContext);
  return (one) => {
    const resource = object(one.resource === undefined ? defaults.resource : one.resource, 'resource');
    const { subjectType, subjectId } = subject(one.subject === undefined ? defaults : one);
    const { resourceType, resourceId, teamId, item, parents } = readResource(resource);
    const { assurance } = context(one.context === undefined ? defaults : one);
    return {
      subjectType,
      subjectId,
      action: action(one.action === undefined ? defaults : one),
      resourceType,
      resourceId,
      teamId,
      item,
      parents,
      assurance,
    };
  };
}

/** Reads the same object once. */
function lastRead<T>(read: (from: Json) => T): (from: Json) => T {
  let last: { readonly from: Json; readonly value: T } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, value: read(from) };
    return last.value;
  };
}

/** @throws AppError `invalid_request` */
export function readSubject(body: Json): Pick<Evaluation, 'subjectType' | 'subjectId'> {
  const subject = object(body.subject, 'subject');
  return { subjectType: text(subject.type, 'subject.type'), subjectId: idOf(subject.id, 'subject.id') };
}

/** @throws AppError `invalid_request` */
export function readAction(body: Json): string {
  return text(object(body.action, 'action').name, 'action.name');
}

/** What a resource's properties say of the item: owner, followers, group, level, team, parents. */
export function readResource(
  resource: Json,
  id: unknown = resource.id,
): Pick<Evaluation, 'resourceType' | 'resourceId' | 'teamId' | 'item' | 'parents'> {
  const type = text(resource.type, 'resource.type');
  const properties = optionalObject(resource.properties, 'resource.properties');
  const field = 'resource.properties';
  const parents = list(properties.parents, `${field}.parents`);
  return {
    resourceType: type,
    resourceId: text(id, 'resource.id'),
    teamId: properties.team_id === undefined ? undefined : idOf(properties.team_id, `${field}.team_id`),
    item: describes(properties) ? readItem(type, properties, field) : null,
    parents: parents.map((parent, index) => {
      const at = `${field}.parents.${index}`;
      const described = object(parent, at);
      return readItem(
        text(described.type, `${at}.type`),
        optionalObject(described.properties, `${at}.properties`),
        `${at}.properties`,
      );
    }),
  };
}

/** The context can only lower what holds: a session with one factor has less than one with two. */
export function readContext(body: Json): Pick<Evaluation, 'assurance'> {
  const context = optionalObject(body.context, 'context');
  return { assurance: context.acr === 'aal1' ? 'aal1' : 'aal2' };
}

/** @throws AppError `invalid_request` for what is no object */
export function object(value: unknown, field: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw invalid(field, value === undefined ? 'is missing' : 'must be an object');
}

/** @throws AppError `invalid_request` for what is neither absent nor an object */
export function optionalObject(value: unknown, field: string): Json {
  return value === undefined ? {} : object(value, field);
}

/** @throws AppError `invalid_request` for what is no text of 1 to 1,000 characters */
export function text(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= MAX_TEXT) return value;
  throw invalid(
    field,
    value === undefined ? 'is missing' : `must be a string of 1 to ${MAX_TEXT} characters`,
  );
}

/** The id of a user or a team, as the database writes it. */
const idOf = (value: unknown, field: string): string => text(value, field).toLowerCase();

/** @throws AppError `invalid_request` for what is neither absent nor a list of at most 1,000 */
export function list(value: unknown, field: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length <= MAX_LIST) return value as unknown[];
  throw invalid(field, `must be an array of at most ${MAX_LIST}`);
}

export const invalid = (field: string, message: string): AppError =>
  AppError.forField('invalid_request', field, `${field} ${message}`);

/**
 * The past moment that a question is about; undefined: now.
 *
 * @throws AppError `invalid_request` for what is no date-time of RFC 3339
 */
export function readMoment({ at }: Json): Date | undefined {
  if (at === undefined) return undefined;
  const moment = typeof at === 'string' && DATE_TIME.test(at) ? new Date(at) : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime()))
    throw invalid('at', 'must be a date and time such as 2026-03-03T12:00:00Z');
  return moment;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i;

const DESCRIBING = ['owner_id', 'follower_ids', 'visibility_group', 'visible_to'];

const describes = (properties: Json): boolean => DESCRIBING.some((name) => properties[name] !== undefined);

function readItem(type: string, properties: Json, field: string): DescribedItem {
  const { owner_id: owner, visibility_group: group, visible_to: level } = properties;
  if (group != null && !Number.isInteger(group))
    throw invalid(`${field}.visibility_group`, 'must be a whole number');
  if (level !== undefined && !isVisibilityLevel(level)) {
    throw AppError.forField(
      'invalid_level',
      `${field}.visible_to`,
      `${field}.visible_to must be 1, 3, 5 or 7`,
    );
  }
  return {
    type,
    ownerId: owner == null ? null : idOf(owner, `${field}.owner_id`),
    followerIds: list(properties.follower_ids, `${field}.follower_ids`).map((follower, index) =>
      idOf(follower, `${field}.follower_ids.${index}`),
    ),
    group: (group ?? null) as number | null,
    level,
  };
}
