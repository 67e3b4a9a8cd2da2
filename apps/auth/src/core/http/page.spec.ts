import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../errors/index.js';
import { decodeCursor, encodeCursor, toPage } from './page.js';

describe('cursors', () => {
  it('give back the position, for their own sort only', () => {
    const text = fc.string().filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(fc.option(text), fc.uuid(), (value, id) => {
        const cursor = encodeCursor('-email', { value, id });
        expect(decodeCursor('-email', cursor)).toEqual({ value, id });
        expect(() => decodeCursor('email', cursor)).toThrow(AppError);
      }),
    );
  });

  it('refuse whatever else is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (text) => {
          expect(() => decodeCursor('email', text)).toThrow(AppError);
        },
      ),
    );
    const withNul = Buffer.from(JSON.stringify(['email', 'a\0', 'x'.repeat(36)])).toString('base64url');
    expect(() => decodeCursor('email', withNul)).toThrow(AppError);
  });

  it('end with the last page', () => {
    const position = (id: string) => ({ value: id, id });
    expect(toPage(['a', 'b'], 2, 's', position)).toEqual({ items: ['a', 'b'], nextCursor: null });
    const page = toPage(['a', 'b', 'c'], 2, 's', position);
    expect(page.items).toEqual(['a', 'b']);
    expect(page.nextCursor).not.toBeNull();
    expect(toPage([], 2, 's', position)).toEqual({ items: [], nextCursor: null });
  });
});
