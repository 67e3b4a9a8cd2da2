import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
};

/**
 * The samples of a document, each as a file of its own beside the tests. One that begins with its name (`// deals.ts`) can be
 * imported by the others.
 */
export function samplesOf(document: string): Map<string, string> {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/```ts\n(.*?)```/gs)];
  return new Map(
    blocks.map(([, code = ''], place) => {
      const name = /^\/\/ ([\w.-]+\.ts)\n/.exec(code)?.[1] ?? `sample-${place}.ts`;
      return [resolve('test', name), code];
    }),
  );
}

/** What the compiler has to say of them. */
export function faultsOf(samples: ReadonlyMap<string, string>): string[] {
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
