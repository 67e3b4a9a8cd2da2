import { describe, expect, it } from '@jest/globals';
import type { components } from './openapi.js';
import { type Answer, type Arguments, bodyOf, type PathWith, urlOf } from './operations.js';

type Schemas = components['schemas'];
type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the types of a call', () => {
  it('offer the paths of the method alone', () => {
    const path: PathWith<'get'> = '/auth/v1/users/{id}';
    // @ts-expect-error nothing can be read there
    const other: PathWith<'get'> = '/auth/v1/login';
    expect([path, other]).toHaveLength(2);
  });

  it('ask for what the operation requires, and for no more', () => {
    // Each compiles only when it is true.
    const requires: [
      Arguments<'get', '/auth/v1/users/{id}'> extends [{ path: { id: string } }] ? true : false,
      [] extends Arguments<'get', '/auth/v1/users/{id}'> ? false : true,
      [] extends Arguments<'post', '/auth/v1/users'> ? false : true,
      [] extends Arguments<'get', '/auth/v1/users'> ? true : false,
    ] = [true, true, true, true];
    expect(requires).toHaveLength(4);
    const listed: Arguments<'get', '/auth/v1/users'> = [{ query: { limit: 5 } }];
    // @ts-expect-error there is no such parameter
    const strange: Arguments<'get', '/auth/v1/users'> = [{ query: { colour: 'red' } }];
    expect([listed, strange]).toHaveLength(2);
  });

  it('know what is answered', () => {
    const same: [
      IsSame<Answer<'get', '/auth/v1/users/{id}'>, Schemas['UserResponse']>,
      IsSame<Answer<'post', '/auth/v1/login'>, Schemas['TokenResponse']>,
      IsSame<Answer<'post', '/auth/v1/logout'>, undefined>,
    ] = [true, true, true];
    expect(same).toHaveLength(3);
  });
});

describe('urlOf', () => {
  it('fills parameters in, each as one segment', () => {
    expect(urlOf('https://a.test', '/users/{id}/roles/{roleId}', { path: { id: 'a/b?c', roleId: 7 } })).toBe(
      'https://a.test/users/a%2Fb%3Fc/roles/7',
    );
  });

  it.each([undefined, '', '.', '..'])('refuses %p, which would make another path of it', (id) => {
    expect(() => urlOf('', '/users/{id}', { path: { id: id! } })).toThrow(TypeError);
  });

  it('appends the query: lists repeated, what is not there left out', () => {
    const query = { limit: 5, active: false, sort: ['email', 'id'], cursor: undefined, status: null };
    expect(urlOf('', '/users', { query })).toBe('/users?limit=5&active=false&sort=email&sort=id');
  });
});

describe('bodyOf', () => {
  it('makes JSON of objects and leaves a form to fetch', () => {
    expect(bodyOf({ a: 1 })).toEqual({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(bodyOf(undefined)).toEqual({});
    const form = new FormData();
    expect(bodyOf(form)).toEqual({ body: form });
  });
});
