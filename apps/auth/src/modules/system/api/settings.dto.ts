import { IsIn, IsString, MaxLength } from 'class-validator';
import { type RunTimeSettingName, runTimeSettingNames } from '../../../core/config/index.js';

/** Which setting is meant. */
export class SettingParam {
  /** As in the environment, for example `LOG_LEVEL`. */
  @IsIn(runTimeSettingNames)
  name!: RunTimeSettingName;
}

/** A new value. */
export class SettingBody {
  /** Written as in the environment. */
  @IsString()
  @MaxLength(2000)
  value!: string;
}

/** What a setting has to be. */
export class SettingShapeResponse {
  type!: 'choice' | 'number' | 'list';
  /** Of a choice. */
  options?: string[];
  /** Of a number. */
  min?: number;
  max?: number;
}

/** A setting that can be changed at run time. Values are written as in the environment. */
export class SettingResponse {
  name!: RunTimeSettingName;
  group!: string;
  description!: string;
  shape!: SettingShapeResponse;
  /** What holds now. */
  value!: string;
  default!: string;
  /** What holds when it is reset: of the environment, or the default. */
  environment!: string;
  isChanged!: boolean;
  /** 0 before the first change. */
  version!: number;
  /** UUID of who changed it last. */
  changedBy!: string | null;
  changedAt!: Date | null;
}

/** The settings. */
export class SettingList {
  items!: SettingResponse[];
}
