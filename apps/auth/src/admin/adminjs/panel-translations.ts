import type { PanelResourceOptions } from './panel-resource.types.js';

/** A tree of words, as AdminJS looks them up. */
interface Words {
  [key: string]: string | Words;
}

/** What the panel says otherwise than AdminJS does. */
export const panelWords: Words = {
  labels: { navigation: '', dashboard: 'Overview' },
  buttons: { logout: 'Log out' },
  messages: {
    successfullyCreated: 'Created.',
    successfullyUpdated: 'Saved.',
    successfullyDeleted: 'Deleted.',
    thereWereValidationErrors: 'Please correct the fields marked below.',
    anyForbiddenError: 'You may not do this.',
    forbiddenError: 'You may not do this.',
    confirmDelete: 'Delete this for good?',
    errorFetchingRecords: 'The list could not be read. Please try again.',
    errorFetchingRecord: 'It could not be read. Please try again.',
    error404Record: 'There is no such record, or you may not see it.',
    error404Resource: 'There is no such page, or you may not see it.',
    error404Action: 'This is not possible here, or you may not do it.',
  },
};

/** The names and sentences of a resource. */
export function resourceWords({
  label,
  singular,
  fields,
  commands = [],
  removal,
}: PanelResourceOptions): Words {
  return {
    actions: {
      list: label,
      new: `Create ${singular}`,
      edit: `Edit ${singular}`,
      show: singular.charAt(0).toUpperCase() + singular.slice(1),
      ...Object.fromEntries(commands.map(({ name, label: text }) => [name, text])),
      ...(removal && { delete: removal.label }),
    },
    properties: Object.fromEntries(fields.map(({ name, label: text }) => [name, text])),
    messages: {
      ...Object.fromEntries(commands.map(({ name, confirm, done }) => [name, { confirm, done }])),
      ...(removal && { confirmDelete: removal.confirm, successfullyDeleted: removal.done }),
    },
  };
}
