import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfPresent } from './if-present.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page.js';

/** Which page of a list is wanted. */
export class PageQuery {
  /** Items on a page. */
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  @Type(() => Number)
  limit: number = DEFAULT_PAGE_SIZE;

  /** `nextCursor` of the page before. */
  @IfPresent()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}
