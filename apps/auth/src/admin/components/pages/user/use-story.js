import { useWords } from '../../kit/words.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 0],
];

function duration(seconds, language) {
  const count = Number(seconds);
  const [unit, size] = UNITS.find(([, least]) => count >= least);
  const rounded = count < 10 ? Number(count.toFixed(2)) : Math.round(count / (size || 1));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(rounded);
}

/** Tells an entry of a session's story in a sentence of the reader's language. */
export function useStory() {
  const { say, language } = useWords();

  const from = ({ ipAddress, device }) => {
    if (ipAddress === null) return '';
    return ` ${say(device === null ? 'stories.from' : 'stories.fromDevice', { ipAddress, device })}`;
  };
  const shown = (references) =>
    references
      .split(',')
      .filter((reference) => ['pwd', 'otp', 'pop', 'email', 'fed'].includes(reference))
      .map((reference) => say(`stories.shown.${reference}`));
  const listed = (items) => new Intl.ListFormat(language).format(items);
  const values = {
    opened: ({ detail }) => ({ how: say(`stories.logins.${detail}`) }),
    refreshed: () => ({}),
    strengthened: ({ detail }) => ({ how: listed(shown(detail)) }),
    repeated: ({ detail }) => ({ time: duration(detail, language) }),
    race_lost: ({ detail }) => ({ time: duration(detail, language) }),
    reused: ({ detail }) => ({ time: duration(detail, language) }),
    ended: ({ detail }) => ({ why: say(`stories.ends.${detail}`) }),
    expired: ({ detail }) => ({ why: say(`stories.limits.${detail === 'idle' ? 'idle' : 'absolute'}`) }),
  };

  return (entry) => {
    const { kind, detail } = entry;
    const given = values[kind]?.({ ...entry, detail: detail ?? '' }) ?? {};
    return say(`stories.kinds.${kind}`, {
      ...given,
      from: from(entry),
      interpolation: { escapeValue: false },
    });
  };
}
