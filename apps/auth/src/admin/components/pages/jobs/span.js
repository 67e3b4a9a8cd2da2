const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
];

/** A span of time in its largest unit, in a language: `1 hour`, `340 milliseconds`. */
export function span(ms, language) {
  const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? UNITS.at(-1);
  const digits = { maximumFractionDigits: unit === 'millisecond' ? 0 : 1 };
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', ...digits }).format(
    ms / size,
  );
}
