import type { StoryEntry } from '../modules/session/index.js';
import { words } from './words.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 0],
] as const;

const SHOWN = ['pwd', 'otp', 'pop', 'email', 'fed'];

/** Tells an entry of a session's story in a sentence of the reader's language. */
export function tellStory(language: string, { kind, detail, ipAddress, device }: StoryEntry): string {
  const from = cameFrom(language, ipAddress, device);
  return words.say(language, `stories.kinds.${kind}`, {
    ...values[kind](detail ?? '', language),
    from: from === '' ? '' : ` ${from}`,
  });
}

/** What people call a device, in a language: `Safari on iPhone`. */
export function deviceIn(language: string, device: string): string {
  const parts = /^(?<program>.+) on (?<system>.+?)$/.exec(device)?.groups;
  if (parts !== undefined) return words.say(language, 'stories.device', { ...parts });
  return device === 'Unknown program' ? words.say(language, 'stories.unknownDevice') : device;
}

function cameFrom(language: string, ipAddress: string | null, device: string | null): string {
  if (ipAddress === null) return '';
  if (device === null) return words.say(language, 'stories.from', { ipAddress });
  return words.say(language, 'stories.fromDevice', { ipAddress, device: deviceIn(language, device) });
}

type ValuesOf = (detail: string, language: string) => Readonly<Record<string, string>>;

const span: ValuesOf = (seconds, language) => ({ time: duration(Number(seconds), language) });

const values: Readonly<Record<StoryEntry['kind'], ValuesOf>> = {
  opened: (detail, language) => {
    const [method = '', impersonator] = detail.split(' ');
    if (impersonator === undefined) return { how: words.say(language, `stories.logins.${method}`) };
    return { how: words.say(language, 'stories.actedBy', { email: impersonator }) };
  },
  refreshed: () => ({}),
  strengthened: (references, language) => ({ how: shownIn(references, language) }),
  repeated: span,
  race_lost: span,
  reused: span,
  ended: (reason, language) => ({ why: words.say(language, `stories.ends.${reason}`) }),
  expired: (limit, language) => ({
    why: words.say(language, `stories.limits.${limit === 'idle' ? 'idle' : 'absolute'}`),
  }),
};

function shownIn(references: string, language: string): string {
  const known = references.split(',').filter((reference) => SHOWN.includes(reference));
  const names = known.map((reference) => words.say(language, `stories.shown.${reference}`));
  return new Intl.ListFormat(language).format(names);
}

function duration(seconds: number, language: string): string {
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? UNITS[3];
  const rounded = seconds < 10 ? Number(seconds.toFixed(2)) : Math.round(seconds / (size || 1));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(rounded);
}
