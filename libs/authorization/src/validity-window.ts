/** When something that was given counts: `validFrom <= t < validUntil`. Moments are milliseconds since 1970 (UTC). */
export interface ValidityWindow {
  readonly validFrom: number;
  /** null: for good. */
  readonly validUntil: number | null;
}

/**
 * Tells whether a window is open at a moment. Needs no job: what has expired simply no longer counts.
 *
 * @param at - milliseconds since 1970
 * @example isOpen({ validFrom: Date.UTC(2026, 0, 1), validUntil: null }, Date.now()) // true
 */
export function isOpen({ validFrom, validUntil }: ValidityWindow, at: number): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

/**
 * The next moment at which one of the windows opens or closes.
 *
 * @param at - milliseconds since 1970
 * @returns milliseconds since 1970; null when nothing changes any more
 * @example nextEdge([{ validFrom: 1000, validUntil: 2000 }], 1500) // 2000
 */
export function nextEdge(windows: Iterable<ValidityWindow>, at: number): number | null {
  let next: number | null = null;
  for (const { validFrom, validUntil } of windows) {
    for (const edge of [validFrom, validUntil]) {
      if (edge !== null && edge > at && (next === null || edge < next)) next = edge;
    }
  }
  return next;
}
