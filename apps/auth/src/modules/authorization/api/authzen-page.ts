import { AppError } from '../../../core/errors/index.js';
import { sha256 } from '../../../core/crypto/index.js';
import { invalid, type Json, optionalObject } from './authzen-request.js';
import type { SearchResponse } from './authzen.dto.js';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** A place in a list, or the id of a user. */
const PLACE = /^(?:\d{1,9}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Which part of a search's results is wanted. */
export interface SearchPage {
  /** Where the page before ended; null for the first one. */
  readonly after: string | null;
  readonly limit: number;
  /** Of everything asked for but the token: it has to stay the same from page to page. */
  readonly question: string;
}

/**
 * Reads the page of a search (AuthZEN 1.0, section 8.2).
 *
 * @throws AppError `invalid_request`, `invalid_cursor` for a token of another question
 */
export function readPage(body: Json): SearchPage {
  const { token, limit, ...rest } = optionalObject(body.page, 'page');
  const size = readLimit(limit);
  if (token !== undefined && typeof token !== 'string') throw invalid('page.token', 'must be a string');
  const question = sha256(JSON.stringify({ ...body, page: rest })).toString('base64url');
  return token === undefined || token === ''
    ? { after: null, limit: size ?? DEFAULT_LIMIT, question }
    : continued(token, question, size);
}

function readLimit(limit: unknown): number | undefined {
  if (limit === undefined) return undefined;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 0 && limit <= MAX_LIMIT) return limit;
  throw invalid('page.limit', `must be a whole number from 0 to ${MAX_LIMIT}`);
}

function continued(token: string, question: string, size: number | undefined): SearchPage {
  const [of, after, limit] = parse(token);
  const isPlace = typeof after === 'string' && PLACE.test(after);
  if (of === question && isPlace && typeof limit === 'number' && (size ?? limit) === limit)
    return { after, limit, question };
  throw AppError.forField('invalid_cursor', 'page.token', 'this token does not belong to this question');
}

/** Writes a page of results. */
export function writePage<Item>(
  { question, limit }: SearchPage,
  items: readonly Item[],
  next: string | null,
  write: (item: Item) => Json,
): SearchResponse {
  const token =
    next === null ? '' : Buffer.from(JSON.stringify([question, next, limit])).toString('base64url');
  return { page: { next_token: token, count: items.length }, results: items.map(write) };
}

/** A page of a list that is known whole; the place in it is the token. */
export function pageOf<Item>(
  page: SearchPage,
  all: readonly Item[],
  write: (item: Item) => Json,
): SearchResponse {
  const start = page.after === null ? 0 : Number(page.after);
  const end = start + page.limit;
  return writePage(page, all.slice(start, end), end < all.length ? String(end) : null, write);
}

function parse(token: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
