/** The rules of the house: features outside, layers inside, arrows only downwards. Each says what is wrong and why. */
const modules = '^apps/auth/src/modules';
const production = '^(apps|libs|migrations)/';
/** What is started, rather than imported. */
const entries =
  '^apps/(auth|tasks)/src/(main|cli/(audit|create-admin|keys|migrate|pack-passwords|import-users|export-users))\\.ts$';
const tests = ['\\.spec\\.ts$', '^test/', '^apps/[^/]+/test/'];

const lower = require('./tools/module-order.cjs');

const orderOfModules = Object.entries(lower).map(([name, mayUse]) => ({
  name: `order-of-modules-${name}`,
  comment: `${name} may use ${[...mayUse, 'audit', 'core'].join(', ')}. A lower module asks through a port in core/access.`,
  severity: 'error',
  from: { path: `${modules}/${name}/` },
  to: { path: `${modules}/`, pathNot: `${modules}/(${[name, 'audit', ...mayUse].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Type-only imports count as well. Move what both need to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'modules-by-their-door',
      comment: 'A module shows what its index.ts exports and nothing else, to whomever.',
      severity: 'error',
      from: { path: '^apps/auth/src/', pathNot: `${modules}/` },
      to: { path: `${modules}/`, pathNot: `${modules}/[^/]+/index\\.ts$` },
    },
    {
      name: 'modules-by-each-others-door',
      comment: "A module reaches another through that module's index.ts.",
      severity: 'error',
      from: { path: `${modules}/([^/]+)/` },
      to: { path: `${modules}/`, pathNot: [`${modules}/$1/`, `${modules}/[^/]+/index\\.ts$`] },
    },
    ...orderOfModules,
    {
      name: 'order-of-modules-unknown',
      comment: 'A new module has its place in the order in tools/module-order.cjs.',
      severity: 'error',
      from: { path: `${modules}/`, pathNot: `${modules}/(${Object.keys(lower).join('|')})/` },
      to: {},
    },
    {
      name: 'core-knows-no-domain',
      comment: 'core is infrastructure. What it needs from above it gets through a port.',
      severity: 'error',
      from: { path: '^apps/auth/src/core/' },
      to: { path: '^apps/auth/src/', pathNot: '^apps/auth/src/core/' },
    },
    {
      name: 'domain-without-http',
      comment: 'Decisions know neither HTTP nor the panel.',
      severity: 'error',
      from: { path: `${modules}/[^/]+/domain/` },
      to: {
        path: [
          `${modules}/[^/]+/api/`,
          '^apps/auth/src/(account-pages|admin|docs)/',
          'node_modules/(fastify|@fastify|express|@nestjs/(swagger|platform-fastify|platform-express))/',
          '^(node:)?https?$',
        ],
      },
    },
    {
      name: 'api-without-tables',
      comment: 'A controller calls one interactor; it sees no table.',
      severity: 'error',
      from: { path: `${modules}/[^/]+/api/` },
      to: { path: ['\\.(repository|entity)\\.ts$', 'node_modules/typeorm/'] },
    },
    {
      name: 'typeorm-in-few-places',
      comment: 'Entities, repositories, core/database and migrations speak SQL; nobody else does.',
      severity: 'error',
      from: {
        path: production,
        pathNot: [
          '\\.(entity|repository)\\.ts$',
          '^apps/auth/src/core/database/',
          '^apps/tasks/src/database/',
          '^migrations/',
          ...tests,
        ],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'repositories-make-no-decisions',
      comment: 'A repository imports its entities, its types and core/database.',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/.*\\.repository\\.ts$` },
      to: {
        path: ['^apps/auth/src/', '^libs/'],
        pathNot: [`${modules}/$1/domain/[^/]+\\.ts$`, '^apps/auth/src/core/database/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'repositories-call-nobody',
      comment: 'Repositories know neither one another nor what calls them, not even by type.',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: ['\\.repository\\.ts$', '/domain/(commands|queries)/'] },
    },
    {
      name: 'queries-never-write',
      severity: 'error',
      from: { path: '/domain/queries/' },
      to: { path: '/domain/commands/' },
    },
    {
      name: 'libraries-know-no-application',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|migrations|test|tools)/' },
    },
    {
      name: 'tasks-by-the-guard-alone',
      comment: "As any other team's service: of the auth service it knows the guard.",
      severity: 'error',
      from: { path: '^apps/tasks/' },
      to: { path: '^(apps/auth|libs/(?!guard/)|migrations)/' },
    },
    {
      name: 'pure-libraries',
      comment: 'The rules of authorisation and the client depend on nothing, so that everybody can use them.',
      severity: 'error',
      from: { path: '^libs/(authorization|client)/', pathNot: tests },
      to: { pathNot: '^libs/$1/' },
    },
    {
      name: 'libraries-by-their-name',
      comment: 'Import @auth-service/…, as any other team would.',
      severity: 'error',
      from: { path: '^(apps|migrations)/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'cryptography-in-one-place',
      comment: 'core/crypto offers what is needed.',
      severity: 'error',
      from: { path: production, pathNot: ['^apps/auth/src/core/crypto/', '^libs/guard/', ...tests] },
      to: { path: ['^(node:)?crypto$', 'node_modules/(jose|bcrypt|@node-rs/argon2)/'] },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: production, pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-dev-dependencies-in-production',
      comment: 'It would be missing where only `dependencies` are installed.',
      severity: 'error',
      from: { path: production, pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is used stands in package.json.',
      severity: 'error',
      from: { path: production, pathNot: tests },
      // An optional peer counts as both.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing that runs needs this file: delete it, or use it.',
      severity: 'error',
      from: { path: entries },
      to: { reachable: false, path: '^apps/.*\\.ts$', pathNot: [...tests, entries] },
    },
    {
      name: 'no-lone-files',
      severity: 'error',
      from: { path: production, orphan: true },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^libs/[^/]+/dist/'] },
    exclude: {
      path: ['^dist/', '\\.(jsx|css|json)$', '/docs/pages/', '/account-pages/browser/', '/admin/components/'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
