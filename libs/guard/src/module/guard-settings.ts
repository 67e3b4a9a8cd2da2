import { isPermissionName } from '@auth-service/authorization';
import type { ResourceDeclaration } from '../catalogue/resource-declaration.js';
import { type SigningAlgorithm, signingAlgorithms } from '../tokens/signing-algorithm.js';
import type { AuthGuardOptions } from './auth-guard-options.js';
import { WrongOption } from './wrong-option.js';

const SERVICE = /^[a-z][a-z0-9_-]{0,99}$/;

/** The checked options, with what follows from them. */
export class GuardSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly service: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly resources: readonly ResourceDeclaration[] | null;
  readonly publicControllers: ReadonlySet<unknown>;
  readonly algorithms: readonly SigningAlgorithm[];
  readonly maxStalenessMs: number;
  readonly timeoutMs: number;
  /** Where the auth service's own routes are, ending in `/auth`. */
  readonly url: string;

  /** @throws WrongOption that says which option to set, and to what */
  constructor(options: AuthGuardOptions) {
    this.issuer = urlOption('issuer', options.issuer);
    this.url = options.url === undefined ? this.issuer : urlOption('url', options.url);
    this.audience = textOption('audience', options.audience, 'the TOKEN_AUDIENCE of the auth service');
    this.service = serviceOption(options.service);
    this.clientId = textOption('clientId', options.clientId, "the id of this service's account");
    this.clientSecret = textOption('clientSecret', options.clientSecret, 'a secret of that account');
    this.resources = options.resources === undefined ? null : checkResources(options.resources);
    this.publicControllers = new Set(options.publicControllers);
    this.algorithms = algorithmsOption(options.algorithms ?? signingAlgorithms);
    this.maxStalenessMs = durationOption('maxStalenessMs', options.maxStalenessMs ?? 5000);
    this.timeoutMs = durationOption('timeoutMs', options.timeoutMs ?? 1500);
  }

  /** Where decisions are asked for, beside the routes under `/auth`. */
  get decisionsUrl(): string {
    return `${this.url.replace(/\/auth$/, '')}/access/v1`;
  }
}

function fail(option: string, advice: string): never {
  throw new WrongOption(option, advice);
}

function textOption(option: string, value: unknown, meaning: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : fail(option, meaning);
}

function urlOption(option: 'issuer' | 'url', value: unknown): string {
  const advice = `the address of the auth service ending in /auth, such as https://auth.example.com/auth; it is ${JSON.stringify(value)}`;
  if (typeof value !== 'string' || !URL.canParse(value)) return fail(option, advice);
  const { protocol, search, hash } = new URL(value);
  const isPlain = /^https?:$/.test(protocol) && search === '' && hash === '';
  return isPlain && value.endsWith('/auth') ? value : fail(option, advice);
}

function serviceOption(value: unknown): string {
  const advice =
    'the name of this service in the catalogue: lower-case letters, digits, _ and -, such as tasks';
  return typeof value === 'string' && SERVICE.test(value) ? value : fail('service', advice);
}

function algorithmsOption(values: readonly SigningAlgorithm[]): readonly SigningAlgorithm[] {
  const isKnown = values.length > 0 && values.every((value) => signingAlgorithms.includes(value));
  return isKnown ? values : fail('algorithms', `some of ${signingAlgorithms.join(', ')}`);
}

function durationOption(option: string, value: number): number {
  return Number.isFinite(value) && value > 0 ? value : fail(option, 'a number of milliseconds above 0');
}

function checkResources(resources: readonly ResourceDeclaration[]): readonly ResourceDeclaration[] {
  const keys = new Set<string>();
  for (const { key, actions } of resources) {
    if (keys.has(key)) fail('resources', `a list that names each resource once; ${key} is there twice`);
    keys.add(key);
    for (const action of Object.keys(actions)) {
      if (!isPermissionName(`${key}:${action}`))
        fail('resources', `names of lower-case letters, digits and _; ${key}:${action} is no permission`);
    }
  }
  return resources;
}
