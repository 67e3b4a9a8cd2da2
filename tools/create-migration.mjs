/** Makes an empty migration and enters it into the list (`npm run migration:create -- add-something`). */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Usage: npm run migration:create -- add-something   (lower case, words joined by -)');
  process.exit(1);
}
const path = (file) => fileURLToPath(new URL(`../migrations/${file}`, import.meta.url));
const timestamp = Date.now();
const words = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
const className = `${words.join('')}${timestamp}`;
const file = `${timestamp}-${name}`;

writeFileSync(
  path(`${file}.ts`),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }
}
`,
  { flag: 'wx' },
);
const index = readFileSync(path('index.ts'), 'utf8');
writeFileSync(
  path('index.ts'),
  index
    .replace('\n\n/**', `\nimport { ${className} } from './${file}.js';\n\n/**`)
    .replace('\n] as const', `\n  ${className},\n] as const`),
);
console.log(`migrations/${file}.ts`);
