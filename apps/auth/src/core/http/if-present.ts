import { ValidateIf } from 'class-validator';

/** For a property that may be left out. Unlike `IsOptional` it does not let null pass, which no command expects. */
export const IfPresent = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
