import type { PropertyOptions, PropertyType } from 'adminjs';
import { DEFAULT_LANGUAGE, words } from '../../words/index.js';
import { BaseProperty } from './adminjs.js';
import type { PanelField, PanelResourceOptions } from './panel-resource.types.js';

/** The components of `components/lists/`, by the names under which the panel's script has them. */
export const components = {
  choices: 'PanelChoices',
  chips: 'PanelChips',
  json: 'PanelJson',
  moment: 'PanelMoment',
  password: 'PanelPassword',
  record: 'PanelRecordPage',
  status: 'PanelStatus',
} as const;

/** AdminJS' view of a {@link PanelField}. */
export class PanelProperty extends BaseProperty {
  constructor(
    private readonly field: PanelField,
    position: number,
  ) {
    super({ path: field.name, type: propertyType(field), isSortable: field.sortable === true, position });
  }

  override isTitle(): boolean {
    return this.field.isTitle === true;
  }

  override isRequired(): boolean {
    return this.field.isRequired === true;
  }

  override reference(): string | null {
    return this.field.reference ?? null;
  }

  override availableValues(): string[] | null {
    return this.field.values === undefined ? null : [...this.field.values];
  }
}

/** The id, by which AdminJS addresses records. It is a UUID, and no field of any page. */
export const idProperty = () => new BaseProperty({ path: 'id', type: 'uuid', isId: true, isSortable: false });

/** How AdminJS shows a field. */
export function propertyOptions(field: PanelField, { id }: PanelResourceOptions): PropertyOptions {
  const has = (place: PanelField['places'][number]) => field.places.includes(place);
  return {
    isVisible: {
      list: has('list'),
      show: has('show'),
      edit: has('new') || has('edit'),
      filter: has('filter'),
    },
    ...(words.find(DEFAULT_LANGUAGE, `resources.${id}.descriptions.${field.name}`) !== undefined && {
      description: `descriptions.${field.name}`,
    }),
    ...(field.type === 'set' && {
      components: { edit: components.choices, show: components.chips, list: components.chips },
    }),
    ...(field.values !== undefined && {
      components: { list: components.status, show: components.status },
      custom: field.tones ?? {},
    }),
    ...(field.type === 'datetime' && { components: { list: components.moment, show: components.moment } }),
    ...(field.type === 'json' && { components: { show: components.json } }),
    ...(field.type === 'password' && { components: { edit: components.password } }),
  };
}

function propertyType({ type = 'string', reference }: PanelField): PropertyType {
  if (reference !== undefined) return 'reference';
  return type === 'set' || type === 'json' ? 'string' : type;
}
