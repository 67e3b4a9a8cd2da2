/** How a window stands to the present moment. */
export const windowStates = ['current', 'future', 'ended'] as const;
export type WindowState = (typeof windowStates)[number];

/** The state of a row's window, as SQL. */
export const windowStateOf = (row: string): string =>
  `CASE WHEN ${row}.valid_from > clock_timestamp() THEN 'future'
        WHEN ${row}.valid_until <= clock_timestamp() THEN 'ended' ELSE 'current' END`;
