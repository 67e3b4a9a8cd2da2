import { ValidateIf } from 'class-validator';

/** For a property that may be left out, and that is no null. */
export const IfPresent = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
