import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** A text that PostgreSQL can keep: without the character NUL. */
export const IsText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(min, max),
    // eslint-disable-next-line no-control-regex -- it is what is refused
    Matches(/^[^\u0000]*$/, { message: '$property must not hold the character NUL' }),
  );
