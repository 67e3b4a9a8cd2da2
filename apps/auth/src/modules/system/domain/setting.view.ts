import type { RunTimeSettingName, SettingShape } from '../../../core/config/index.js';

/** A setting that can be changed at run time, and where its value comes from. Values are written as in the environment. */
export interface SettingView {
  readonly name: RunTimeSettingName;
  /** What it is about. */
  readonly group: string;
  readonly description: string;
  readonly shape: SettingShape;
  /** What holds now. */
  readonly value: string;
  readonly default: string;
  /** What holds when the stored value is reset: of the environment, or the default. */
  readonly environment: string;
  /** Whether the stored value holds. */
  readonly isChanged: boolean;
  /** 0 before the first change. */
  readonly version: number;
  /** null: nobody, or the service itself. */
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}
