import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { settingsSchema } from './settings.schema.js';

/** What docker-compose.yml asks for beside the service's settings. */
const COMPOSE_ONLY = ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'HTTP_PORT'];

const lines = readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm);
const example = new Map(Array.from(lines, ([, name = '', value = '']) => [name, value]));

describe('.env.example', () => {
  it('has every setting and no other', () => {
    const expected = [...Object.keys(settingsSchema.shape), ...COMPOSE_ONLY];
    expect([...example.keys()].sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(settingsSchema.shape))('gives the default of %s', (name, type) => {
    const { data } = type.safeParse(undefined);
    const dependsOnMachine = type.meta()?.documentedDefault !== undefined;
    const documented = dependsOnMachine || data === undefined ? '' : String(data);
    expect(example.get(name)).toBe(documented);
  });
});
