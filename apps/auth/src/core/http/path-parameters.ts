import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { AppError } from '../errors/index.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

@Injectable()
class UuidPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (!UUID.test(value))
      throw AppError.forField('invalid_request', this.name, `${this.name} must be a UUID`);
    return value.toLowerCase();
  }
}

/** A path parameter that is a UUID; anything else answers 400 and names it. */
export const UuidParam = (name = 'id') => Param(name, new UuidPipe(name));
