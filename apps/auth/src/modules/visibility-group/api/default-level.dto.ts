import { IsNumber, IsString, Matches } from 'class-validator';

const TYPE = /^[a-z][a-z0-9_]{0,63}$/;
const TYPE_MESSAGE =
  '$property must be of lower-case letters, digits and _, beginning with a letter, at most 64';

/** What a visibility group says of new items of a type. */
export class DefaultLevelResponse {
  /** @example 'deal' */
  type!: string;
  /** 1 owner, 3 group, 5 group and below, 7 everyone. */
  level!: number;
}

/** A page of default levels. */
export class DefaultLevelPage {
  items!: DefaultLevelResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** How widely new items are seen. */
export class DefaultLevelRequest {
  /** 1 owner, 3 group, 5 group and below, 7 everyone. @example 3 */
  @IsNumber()
  level!: number;
}

/** Of which items a default is asked for. */
export class EffectiveDefaultQuery {
  /** Key of a resource. @example 'deal' */
  @IsString()
  @Matches(TYPE, { message: TYPE_MESSAGE })
  type!: string;
}

/** What holds for new items of a type. */
export class EffectiveDefaultResponse {
  /** 1 owner, 3 group, 5 group and below, 7 everyone. */
  level!: number;
  /** The group that says so; null when none on the way up does, which makes it 3. */
  from!: string | null;
}
