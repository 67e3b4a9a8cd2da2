/**
 * Writes the pages of docs/ that come from the code: settings, error codes and tables (`npm run docs:generate`). With
 * `--check` it writes nothing and fails when a page is not current. Reads the built service.
 */
import { runTimeSettings } from '../dist/apps/auth/src/core/config/run-time-settings.js';
import { settingsSchema } from '../dist/apps/auth/src/core/config/settings.schema.js';
import { createDataSource } from '../dist/apps/auth/src/core/database/index.js';
import { errorDefinitions } from '../dist/apps/auth/src/core/errors/index.js';
import { entities } from '../dist/apps/auth/src/entities.js';
import { updateGenerated } from './generated-files.mjs';

const note = '<!-- Made by `npm run docs:generate`; change the code instead. -->';

/** `|` would end a cell of a table. */
const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (heads, rows) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** The type of a setting in words, from the schema that validates it. */
function typeOf(schema) {
  const { def } = schema;
  if (def.type === 'pipe')
    return def.in.def.type === 'transform' ? typeOf(def.out) : isList(def) ? 'list' : typeOf(def.in);
  if (def.innerType !== undefined) return typeOf(def.innerType);
  if (def.type === 'enum') {
    const values = Object.keys(def.entries);
    return values.map((value) => `\`${value}\``).join(', ');
  }
  if (def.type === 'number') return `whole number, ${schema.minValue} to ${schema.maxValue}`;
  if (def.format === 'base64') return 'base64';
  if (def.format !== undefined) return def.format === 'url' ? 'URL' : def.format;
  return 'text';
}

/** A comma-separated text becomes a list. */
const isList = (def) => def.in.def.type === 'default' && def.in.def.innerType.def.type === 'string';

function defaultOf(schema) {
  const { documentedDefault } = schema.meta() ?? {};
  if (documentedDefault !== undefined) return documentedDefault;
  for (let { def } = schema; def !== undefined; def = (def.innerType ?? def.in)?.def)
    if (def.type === 'default') return def.defaultValue === '' ? '' : `\`${def.defaultValue}\``;
  return '';
}

function configPage() {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => [
    `\`${name}\``,
    typeOf(schema),
    defaultOf(schema),
    name in runTimeSettings ? 'yes' : '',
    schema.description,
  ]);
  return `# Configuration

${note}

Settings are environment variables. They are checked together when the service starts; a wrong or missing one stops it
with a message that names it. An empty value counts as none. \`.env.example\` lists them for copying.

Those with "yes" under "Run time" can also be changed while the service runs, on the panel's page "Settings" or by
\`/auth/v1/settings\`: what is stored there goes before the environment, on every instance, until it is reset.

${table(['Name', 'Type', 'Default', 'Run time', 'Meaning'], rows)}
`;
}

function errorsPage() {
  const sections = Object.entries(errorDefinitions).map(
    ([code, { status, title, advice }]) => `## ${code} {#${code}}\n\n**${status}**: ${title}. ${advice}`,
  );
  return `# Error codes

${note}

Every error is \`application/problem+json\` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). \`code\` is one of
these; \`type\` points to its section here. What each member means: [Errors](./concepts/errors.md).

${sections.join('\n\n')}
`;
}

const keyOf = (column) =>
  [column.isPrimary && 'PK', column.referencedColumn !== undefined && 'FK'].filter(Boolean).join(', ');

function databasePage() {
  const dataSource = createDataSource(
    { url: 'postgres://127.0.0.1/auth', poolSize: 1, timeoutMs: 1 },
    entities,
  );
  return dataSource.buildMetadatas().then(() => {
    const tables = dataSource.entityMetadatas;
    const type = (column) => dataSource.driver.normalizeType(column).replaceAll(' ', '_');
    const boxes = tables.map(({ tableName, columns }) => {
      const lines = columns.map((column) =>
        `    ${type(column)} ${column.databaseName} ${keyOf(column)}`.trimEnd(),
      );
      return `  ${tableName} {\n${lines.join('\n')}\n  }`;
    });
    const arrows = tables.flatMap(({ tableName, foreignKeys }) =>
      foreignKeys.map(({ referencedEntityMetadata, columnNames, columns }) => {
        const some = columns.some(({ isNullable }) => isNullable) ? '|o' : '||';
        return `  ${referencedEntityMetadata.tableName} ${some}--o{ ${tableName} : ${columnNames.join('_')}`;
      }),
    );
    const sections = tables.map(({ tableName, columns }) => {
      const rows = columns.map((column) => [
        `\`${column.databaseName}\``,
        `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        column.isNullable ? 'yes' : '',
        keyOf(column),
      ]);
      return `## ${tableName}\n\n${table(['Column', 'Type', 'Null', 'Key'], rows)}`;
    });
    return `# Database

${note}

The tables of the service and what refers to what. Constraints and indexes are in \`migrations/\`.

\`\`\`mermaid
erDiagram
${[...boxes, ...arrows].join('\n')}
\`\`\`

${sections.join('\n\n')}
`;
  });
}

await updateGenerated({
  'docs/config.md': configPage(),
  'docs/errors.md': errorsPage(),
  'docs/erd.md': await databasePage(),
});
