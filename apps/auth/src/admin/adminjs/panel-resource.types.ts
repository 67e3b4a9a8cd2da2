import type { PermissionName } from '@auth-service/authorization';
import type { Section } from './section.js';

/** Where a field is seen. `new` and `edit` are also the allow-lists of what may be written. */
export type Place = 'list' | 'show' | 'new' | 'edit' | 'filter';

/** One of the values that may be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands. */
  readonly group?: string;
  /** Said beside it. */
  readonly hint?: string;
}

/** What a text has to be. */
export interface FieldRule {
  readonly maxLength: number;
  /** Says otherwise what is wrong with a text, by the key of the sentence. */
  fault?(text: string): string | undefined;
}

/** A field of a resource; its words are `resources.<id>.properties.<name>` and `.descriptions.<name>`. What is not said here is neither shown, nor written, nor searched, nor sorted by. */
export interface PanelField {
  readonly name: string;
  readonly type?: 'string' | 'textarea' | 'password' | 'datetime' | 'boolean' | 'reference' | 'set' | 'json';
  readonly places: readonly Place[];
  readonly sortable?: boolean;
  readonly isTitle?: boolean;
  readonly isRequired?: boolean;
  /** What a text that is written has to be. */
  readonly rule?: FieldRule;
  /** Needed to see the field, beside what the resource needs. */
  readonly readPermission?: PermissionName;
  /** Needed to write the field, beside what the resource needs. */
  readonly writePermission?: PermissionName;
  /** Id of the resource that the field's value is an id of. */
  readonly reference?: string;
  /** The only values there are; their words are `values.<name>.<value>`. */
  readonly values?: readonly string[];
  /** Of the values, those that are good and those that are not, to be seen at a glance. */
  readonly tones?: Readonly<Record<string, 'success' | 'danger'>>;
  /** The values of a set, chosen by check boxes. */
  readonly choices?: (language: string) => Promise<readonly Choice[]>;
}

/** What is asked of a list. */
export interface PanelListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** A sortable field, with a minus in front when reversed. */
  readonly sort?: string;
  /** Values of filterable fields. */
  readonly filters: Readonly<Record<string, string>>;
}

/** Values of a form, of declared fields alone. */
export type PanelValues = Readonly<Record<string, unknown>>;

/** A row, with its id. */
export interface PanelRow {
  readonly id: string;
  readonly version?: number;
}

/** The resource's doors to the modules. What has no door cannot be done. */
export interface PanelDoors {
  list(
    query: PanelListQuery,
  ): Promise<{ readonly items: readonly PanelRow[]; readonly nextCursor: string | null }>;
  get(id: string): Promise<PanelRow>;
  /** A row as people read it, in their language; forms keep it as it is. */
  told?(row: PanelRow, language: string): PanelRow;
  /** @returns the id of what was made */
  create?(values: PanelValues): Promise<string>;
  update?(id: string, changes: PanelValues, version: number | undefined): Promise<void>;
  remove?(id: string): Promise<void>;
}

/** What may be done and who may do it. */
export interface PanelPermissions {
  readonly read: PermissionName;
  readonly create?: PermissionName;
  readonly update?: PermissionName;
  readonly remove?: PermissionName;
}

/** A button of a record beside edit and delete, behind a question: `resources.<id>.actions.<name>` and `.messages.<name>`. */
export interface PanelCommand {
  readonly name: string;
  readonly icon: string;
  readonly permission: PermissionName;
  readonly variant?: 'danger' | 'default';
  /** Tells for which rows it makes sense. */
  appliesTo?(row: Readonly<Record<string, unknown>>): boolean;
  run(id: string): Promise<void>;
}

/** A kind of thing in the panel: its fields, its doors and its permissions. Its words are `resources.<id>`. */
export interface PanelResourceOptions {
  readonly id: string;
  readonly icon: string;
  /** Where it stands in the navigation. */
  readonly section: Section;
  /** The page that shows one of them, by its id, instead of the plain list of its fields. */
  readonly page?: string;
  /** The page that changes many of them at once. */
  readonly manyPage?: string;
  readonly fields: readonly PanelField[];
  readonly permissions: PanelPermissions;
  readonly doors: PanelDoors;
  readonly defaultSort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  readonly commands?: readonly PanelCommand[];
  /** Tells which rows can be changed and deleted; those of the service itself cannot. */
  isFixed?(row: Readonly<Record<string, unknown>>): boolean;
  /** Icon of the delete button, where it does something else than deleting. */
  readonly removalIcon?: string;
}
