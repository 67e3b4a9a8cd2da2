/** How far a run is. */
export interface ImportProgress {
  /** Records of the file that were dealt with. */
  readonly records: number;
  readonly imported: number;
  /** Rows whose user was there already. */
  readonly present: number;
  readonly refused: number;
  /** How much of the file of refused rows counts. */
  readonly rejectsBytes: number;
}

/** A row that was not imported, as the file of refused rows has it. */
export interface RefusedRow {
  /** Its place in the file, from 1. */
  readonly record: number;
  readonly reason: string;
  /** The row without its clear password; null when it could not be read. */
  readonly row: Readonly<Record<string, unknown>> | null;
}

/** Where refused rows go. */
export interface RefusedRows {
  /** @returns the place behind them */
  writeAt(position: number, rows: readonly RefusedRow[]): Promise<number>;
}

export const atTheBeginning: ImportProgress = {
  records: 0,
  imported: 0,
  present: 0,
  refused: 0,
  rejectsBytes: 0,
};
