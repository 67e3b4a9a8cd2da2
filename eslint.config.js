import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Names that Node.js and browsers define, for the scripts that no compiler checks. */
const nodeGlobals = [
  'Buffer',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
];
const browserGlobals = [
  'AbortController',
  'MutationObserver',
  'ResizeObserver',
  'clearTimeout',
  'getComputedStyle',
  'setTimeout',
  'navigator',
  'PublicKeyCredential',
  'FormData',
  'Intl',
  'URL',
  'URLSearchParams',
  'document',
  'fetch',
  'location',
  'window',
];
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true };
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'coverage/',
      'reports/',
      '.data/',
      'docs/.vitepress/cache/',
      'libs/client/src/openapi.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error'] }],
      'no-unused-vars': ['error', unused],
      // A file or function beyond these is a question to answer, not a habit.
      complexity: ['error', 10],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['docs/.vitepress/*.ts'] } } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      // Request and response classes describe shapes for Nest; nobody constructs them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest's modules are classes whose decorator is their whole content.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'class-validator',
          importNames: ['IsOptional'],
          message: 'IfPresent of core/http does not let null pass.',
        },
      ],
      'no-restricted-globals': ['error', { name: 'crypto', message: 'core/crypto offers what is needed.' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'core/config alone reads the environment.' },
      ],
    },
  },
  {
    files: ['apps/auth/src/core/config/**/*.ts', 'apps/tasks/src/config/**/*.ts', 'apps/tasks/test/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['apps/*/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it'], package: 'node:test' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Bodies of responses are whatever came.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['apps/*/src/cli/*.ts'], rules: { 'no-console': 'off' } },
  {
    // Commands of their own, which have no other configuration than their environment.
    files: ['libs/guard/src/*/cli.ts', 'libs/guard/src/following/command*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: readonly(nodeGlobals) },
    rules: { 'no-console': 'off' },
  },
  {
    files: [
      'apps/auth/src/admin/components/**/*.{js,jsx}',
      'apps/auth/src/account-pages/browser/*.js',
      'apps/auth/src/docs/pages/**/*.js',
    ],
    languageOptions: { globals: readonly(browserGlobals), parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  // A name that is used in JSX alone looks unused to the plain rule.
  { files: ['**/*.jsx'], rules: { 'no-unused-vars': 'off' } },
  prettier,
);
