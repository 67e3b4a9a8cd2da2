import type { OpenAPIObject } from '@nestjs/swagger';
import { errorDefinitions } from '../core/errors/index.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The body of every error (RFC 9457), as `toProblemDetails` in core/errors makes it. */
const problemSchemas: Schemas = {
  Problem: {
    type: 'object',
    description: 'An error (RFC 9457). Switch on `code`; the titles are for people.',
    required: ['type', 'title', 'status', 'code', 'requestId'],
    properties: {
      type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      code: { type: 'string', enum: Object.keys(errorDefinitions) },
      detail: { type: 'string', description: 'About this very case.' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
      requestId: { type: 'string', description: 'Under which the log has the details.' },
    },
  },
  FieldError: {
    type: 'object',
    required: ['field', 'message'],
    properties: {
      field: { type: 'string', examples: ['attributes.phone'] },
      message: { type: 'string' },
    },
  },
};

/** Says of every operation what its errors look like. */
export function describeProblems(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...problemSchemas },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) if (path[method] !== undefined) describeErrors(path[method]);
  }
}

function describeErrors({ responses }: Operation): void {
  for (const [status, response] of Object.entries(responses)) {
    if (/^[45]/.test(status) && response !== undefined && !('$ref' in response)) response.content ??= content;
  }
  responses.default ??= { description: 'Any other error.', content };
}
