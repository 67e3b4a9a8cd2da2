import { Injectable } from '@nestjs/common';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { type AppConfig, ConfigError, InjectConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { ProfileAttributes } from './user-profile.entity.js';

const DEFAULT_SCHEMA = {
  type: 'object',
  maxProperties: 50,
  propertyNames: { pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,63}$' },
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 },
};

/** The JSON Schema for the supplementary attributes of users. */
@Injectable()
export class ProfileSchema {
  private readonly validate: ValidateFunction;

  /** @throws ConfigError when the configured file is missing or no JSON Schema */
  constructor(@InjectConfig() config: AppConfig) {
    try {
      const schema =
        config.profileSchemaFile === undefined ? DEFAULT_SCHEMA : readSchema(config.profileSchemaFile);
      const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
      formats.default(ajv);
      this.validate = ajv.compile(schema);
    } catch (cause) {
      throw new ConfigError(`PROFILE_SCHEMA_FILE: ${cause instanceof Error ? cause.message : 'unreadable'}`, {
        cause,
      });
    }
  }

  /** @throws AppError `invalid_attributes` naming each wrong field */
  assertValid(attributes: ProfileAttributes): void {
    if (this.validate(attributes)) return;
    const errors = (this.validate.errors ?? []).slice(0, 20).map((error) => ({
      field: fieldOf(error),
      message: error.message ?? 'is not valid',
    }));
    throw new AppError('invalid_attributes', { errors });
  }
}

function readSchema(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, propertyName } = params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty ?? propertyName;
  return ['attributes', ...instancePath.split('/').slice(1), ...(name === undefined ? [] : [name])].join('.');
}
