import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
};

/** The samples of a document, each as a file of its own beside the tests. */
function samplesOf(document: string): Map<string, string> {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/```ts\n(.*?)```/gs)];
  return new Map(blocks.map(([, code = ''], place) => [resolve(`test/sample-${place}.ts`), code]));
}

/** What the compiler has to say of them. */
function faultsOf(samples: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => samples.has(file) || fileExists(file);
  host.readFile = (file) => samples.get(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const sample = samples.get(file);
    return sample === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, sample, language, true);
  };
  const program = ts.createProgram([...samples.keys()], OPTIONS, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.text ?? ''}\n${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

it.each(['docs/client.md', 'libs/client/README.md'])(
  'the samples of %s compile',
  (document) => {
    const samples = samplesOf(document);
    expect(samples.size).toBeGreaterThan(1);
    expect(faultsOf(samples)).toEqual([]);
  },
  60_000,
);

it('a sample that calls what is not there would not compile', () => {
  const sample =
    "import { AuthClient } from '@auth-service/client';\nnew AuthClient({ baseUrl: '' }).loginn();\n";
  expect(faultsOf(new Map([[resolve('test/sample.ts'), sample]])).join()).toMatch(/loginn/);
}, 60_000);
