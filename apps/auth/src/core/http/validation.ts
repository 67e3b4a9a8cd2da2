import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationError } from '@nestjs/common';
import { AppError, type FieldError } from '../errors/index.js';
import { rememberValidationRules } from './remember-validation-rules.js';
import { assertWellFormed } from './well-formed.js';

rememberValidationRules();

/** Checks bodies, queries and path parameters; what is not declared is refused rather than ignored. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) =>
        new AppError('invalid_request', { errors: errors.flatMap((error) => fieldErrors(error)) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') assertWellFormed(value, metadata.data);
    return (await super.transform(value, metadata)) as unknown;
  }
}

/** Of a value's faults the one that its uppermost decorator finds, which is by habit the most general. */
function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const field = `${parent}${error.property}`;
  const own = Object.values(error.constraints ?? {})
    .slice(-1)
    .map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
}
