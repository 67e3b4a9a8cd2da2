/** Packages that are published as ES modules alone: they are compiled to CommonJS, as our own sources are. */
const esmOnly = [
  '@nestjs',
  '@adminjs',
  'adminjs',
  'lru-cache',
  'oauth4webapi',
  'openid-client',
  'jose',
  'uuid',
  '@auth-service',
  'lodash-es',
  'p-limit',
  'yocto-queue',
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: [],
  transform: { '^.+\\.[mc]?[jt]sx?$': ['@swc/jest', { ...swc() }] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@auth-service/(authorization|client|guard)$': '<rootDir>/libs/$1/src/index.ts',
    '^@auth-service/guard/(passport|testing)$': '<rootDir>/libs/guard/src/$1/index.ts',
  },
};

function swc() {
  return {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  };
}

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // What a test file leaves in memory is not all given back: a worker that has grown is replaced.
  workerIdleMemoryLimit: '2GB',
  reporters: [
    'default',
    ['jest-junit', { outputDirectory: 'reports', outputName: 'junit.xml', reportTestSuiteErrors: 'true' }],
  ],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/apps/**/*.spec.ts',
        '<rootDir>/libs/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.ts'],
      setupFiles: ['reflect-metadata'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.ts'],
      setupFiles: ['reflect-metadata'],
    },
  ],
};
