import type { OpenAPIObject } from '@nestjs/swagger';
import { CHANGE_REASON_HEADER, MAX_REASON_LENGTH } from '../core/http/index.js';

const CHANGING = ['put', 'post', 'delete', 'patch'] as const;
/** By POST, though they only ask. */
const QUESTIONS: readonly string[] = ['authorization', 'AuthZEN'];
const NAME = 'ChangeReason';

/** Describes the header with the reason of a change once, and names it at every route that may change something. */
export function describeChangeReason(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    parameters: {
      ...document.components?.parameters,
      [NAME]: {
        name: CHANGE_REASON_HEADER,
        in: 'header',
        required: false,
        description:
          `Why you change it: UTF-8, percent-encoded, at most ${MAX_REASON_LENGTH} characters once decoded. ` +
          'The audit log keeps it with what was changed.',
        schema: { type: 'string', examples: ['Left%20the%20team'] },
      },
    },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of CHANGING) {
      const operation = path[method];
      if (operation?.security === undefined || operation.security.every((way) => !('bearer' in way)))
        continue;
      if (operation.tags?.some((tag) => QUESTIONS.includes(tag))) continue;
      operation.parameters = [...(operation.parameters ?? []), { $ref: `#/components/parameters/${NAME}` }];
    }
  }
}
