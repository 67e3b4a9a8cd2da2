import type {
  Action,
  ActionContext,
  ActionRequest,
  ActionResponse,
  CurrentAdmin,
  RecordActionResponse,
} from 'adminjs';
import type { PermissionName } from '@auth-service/authorization';
import { AppError } from '../../core/errors/index.js';
import { may, type PanelAdmin, readableFields, writableFields } from './panel-admin.js';
import { showRefusals } from './panel-errors.js';
import { components } from './panel-property.js';
import type { PanelCommand, PanelField, PanelResourceOptions } from './panel-resource.types.js';

type Actions = Record<string, Partial<Action<ActionResponse>>>;

/** AdminJS' actions of a resource: the built-in ones behind their permissions, and its own commands. */
export function panelActions(options: PanelResourceOptions): Actions {
  const { permissions, doors, fields } = options;
  const layout = (place: 'new' | 'edit') => (admin?: CurrentAdmin) =>
    writableFields(fields, place, admin).map(({ name }) => name);
  const isChangeable = ({ record }: ActionContext) => options.isFixed?.(record?.params ?? {}) !== true;
  return {
    list: allowed(permissions.read),
    show: {
      ...allowed(permissions.read),
      ...(options.page !== undefined && { component: components.record, custom: { page: options.page } }),
    },
    search: { ...allowed(isSearchable(fields) ? permissions.read : undefined), before: searchByText },
    new: {
      ...allowed(doors.create && permissions.create),
      layout: layout('new'),
      after: leadToRecord(options),
    },
    edit: {
      ...allowed(doors.update && permissions.update, isChangeable),
      layout: layout('edit'),
      after: leadToRecord(options),
    },
    delete: {
      ...allowed(doors.remove && permissions.remove, isChangeable),
      guard: 'confirmDelete',
      after: (response) => inOwnWords(response, options),
      ...(options.removalIcon !== undefined && { icon: options.removalIcon }),
    },
    // One refusal among many would leave half of them deleted.
    bulkDelete: allowed(undefined),
    ...(options.manyPage !== undefined && {
      many: {
        actionType: 'resource',
        icon: 'CheckSquare',
        ...allowed(permissions.read),
        component: components.record,
        custom: { page: options.manyPage },
        handler: () => ({}),
      },
    }),
    choices: {
      actionType: 'resource',
      isVisible: false,
      ...allowed(permissions.read),
      handler: choicesHandler(options),
    },
    ...Object.fromEntries(
      (options.commands ?? []).map((command) => [command.name, commandAction(options, command)]),
    ),
  };
}

/** So that the notice is found among the resource's own words. */
const inOwnWords = (response: ActionResponse, { id }: PanelResourceOptions): ActionResponse => ({
  ...response,
  notice: response.notice && { ...response.notice, resourceId: id },
});

/** What was made or changed is shown, where it has a page of its own: there one goes on with it. */
const leadToRecord =
  (options: PanelResourceOptions) =>
  (response: ActionResponse, _request: ActionRequest, { h }: ActionContext): ActionResponse => {
    const told = inOwnWords(response, options);
    if (response.redirectUrl === undefined || options.page === undefined) return told;
    const recordId = (response as RecordActionResponse).record.id;
    return {
      ...told,
      redirectUrl: h.recordActionUrl({ resourceId: options.id, recordId, actionName: 'show' }),
    };
  };

/** References to a resource are found by its field `search`, in the order of its titles. */
function isSearchable(fields: readonly PanelField[]): boolean {
  return (
    fields.some(({ name }) => name === 'search') &&
    fields.some(({ isTitle, sortable }) => isTitle === true && sortable === true)
  );
}

const searchByText = (request: ActionRequest): ActionRequest => ({
  ...request,
  query: { ...request.query, searchProperty: 'search' },
});

/** Both whether an action is offered and whether it may be called. */
function allowed(
  permission: PermissionName | undefined,
  condition: (context: ActionContext) => boolean = () => true,
): Partial<Action<ActionResponse>> {
  return { isAccessible: (context) => may(context.currentAdmin, permission) && condition(context) };
}

/** Hands out the values of a field that is a set; see {@link PanelField.choices}. */
function choicesHandler({ fields }: PanelResourceOptions) {
  return async (
    { query }: ActionRequest,
    _response: unknown,
    { currentAdmin }: ActionContext,
  ): Promise<ActionResponse> => {
    const field = readableFields(fields, currentAdmin).find(
      ({ name }) => name === (query as Record<string, unknown> | undefined)?.field,
    );
    if (field?.choices === undefined)
      throw AppError.forField('invalid_request', 'field', 'this field has no choices');
    return { choices: await field.choices((currentAdmin as PanelAdmin).language) };
  };
}

function commandAction(
  options: PanelResourceOptions,
  command: PanelCommand,
): Partial<Action<ActionResponse>> {
  const { permission } = command;
  return {
    actionType: 'record',
    component: false,
    icon: command.icon,
    guard: `${command.name}.confirm`,
    variant: command.variant ?? 'default',
    ...allowed(
      permission,
      ({ record }) => record === undefined || command.appliesTo?.(record.params) !== false,
    ),
    handler: async (
      _request: ActionRequest,
      _response: unknown,
      context: ActionContext,
    ): Promise<RecordActionResponse> => {
      const { record, resource, currentAdmin } = context;
      if (record === undefined) throw new AppError('not_found');
      await showRefusals(options.fields, currentAdmin, () => command.run(record.id()));
      const changed = await resource.findOne(record.id(), context);
      return {
        record: (changed ?? record).toJSON(currentAdmin),
        notice: { message: `${command.name}.done`, type: 'success', resourceId: options.id },
      };
    },
  };
}
