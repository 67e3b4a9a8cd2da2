import type { CurrentAdmin } from 'adminjs';
import { translateError } from '../../core/errors/index.js';
import { DEFAULT_LANGUAGE, sentenceOf, translateFault } from '../../words/index.js';
import type { PanelAdmin } from './panel-admin.js';
import type { PanelField } from './panel-resource.types.js';
import { AdminError, ValidationError } from './adminjs.js';

/**
 * Runs a command and turns its refusal into what AdminJS shows: beside the fields that are at fault where the form has
 * them, else as a notice. Faults of the service itself stay what they are and answer 5xx.
 */
export async function showRefusals<T>(
  fields: readonly PanelField[],
  admin: CurrentAdmin | undefined,
  command: () => Promise<T>,
): Promise<T> {
  try {
    return await command();
  } catch (thrown) {
    const error = translateError(thrown);
    if (error.status >= 500) throw error;
    const { language = DEFAULT_LANGUAGE } = (admin ?? {}) as Partial<PanelAdmin>;
    const faults = (error.errors ?? [])
      .filter(({ field }) => fields.some(({ name }) => name === field))
      .map(({ field, message }) => ({ field, message: translateFault(language, message, error.code) }));
    // A ValidationError without fields counts as success for AdminJS.
    if (faults.length === 0) throw new AdminError(sentenceOf(language, error));
    throw new ValidationError(
      Object.fromEntries(faults.map(({ field, message }) => [field, { message, type: error.code }])),
      { message: sentenceOf(language, error), type: error.code },
    );
  }
}
