import { translateError } from '../../core/errors/index.js';
import type { PanelField } from './panel-resource.types.js';
import { AdminError, ValidationError } from './adminjs.js';

/**
 * Runs a command and turns its refusal into what AdminJS shows: beside the fields that are at fault where the form has
 * them, else as a notice. Faults of the service itself stay what they are and answer 5xx.
 */
export async function showRefusals<T>(fields: readonly PanelField[], command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (thrown) {
    const error = translateError(thrown);
    if (error.status >= 500) throw error;
    const faults = (error.errors ?? []).filter(({ field }) => fields.some(({ name }) => name === field));
    // A ValidationError without fields counts as success for AdminJS.
    if (faults.length === 0) throw new AdminError(error.errors?.[0]?.message ?? error.message);
    throw new ValidationError(
      Object.fromEntries(faults.map(({ field, message }) => [field, { message, type: error.code }])),
      { message: error.message, type: error.code },
    );
  }
}
