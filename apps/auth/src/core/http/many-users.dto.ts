import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { lowerCase } from './lower-case.js';

/** So many users one request may be about. */
const MAX_ROWS = 500;

/** Many users. */
export class UsersRequest {
  /** Ids of users. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ROWS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  userIds!: string[];
}

/** Why a row was refused. */
export class RowError {
  code!: string;
  detail!: string;
}

/** What became of one row. */
export class RowResultResponse {
  userId!: string;
  done!: boolean;
  error?: RowError;
}

/** What became of each row, in the order of the request. */
export class BulkResponse {
  items!: RowResultResponse[];
}
