import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const COMPILER = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
const PACKAGE = '@auth-service/guard';

/** How a team's tsconfig.json has modules made and found. */
export interface ModuleSettings {
  readonly module: string;
  readonly moduleResolution: string;
}

/** Everything that refers to a type of another package than Nest, and a few uses that are wrong. */
const USE = `
import { Controller, Get, Module } from '@nestjs/common';
import {
  addVisibility, AuthenticatedUser, AuthGuardHealth, AuthGuardModule, CurrentUser, GroupKeepers, type Item,
  type MigrationRunner, OtherUsers, RequirePermission, Visible, VisibilityScope, type WhereBuilder,
} from '${PACKAGE}';
import { JwtStrategy } from '${PACKAGE}/passport';
import { expectAllowed, TestOrganisation, type TestingBuilder } from '${PACKAGE}/testing';

@Controller('deals')
export class DealController {
  constructor(readonly others: OtherUsers, readonly health: AuthGuardHealth, readonly keepers: GroupKeepers) {}

  @Get()
  @RequirePermission('deal:read')
  list(@CurrentUser() user: AuthenticatedUser, @Visible('deal') scope: VisibilityScope): Promise<boolean> {
    const deal: Item = { ownerId: user.id, level: 3 };
    return user.can('deal:read', deal);
  }

  @Get('wrong')
  // @ts-expect-error a permission is named
  @RequirePermission()
  wrong(@CurrentUser() user: AuthenticatedUser): unknown {
    // @ts-expect-error there is no such member
    return user.nickname;
  }
}

@Module({
  imports: [
    AuthGuardModule.forRootAsync({
      useFactory: () => ({
        issuer: 'https://auth.example.com/auth', audience: 'auth-service', service: 'sales', clientId: 'id', clientSecret: 'secret',
      }),
    }),
  ],
  controllers: [DealController],
  providers: [JwtStrategy],
})
export class AppModule {}

export const narrow = <Builder extends WhereBuilder>(builder: Builder, scope: VisibilityScope): Builder =>
  scope.applyTo(builder, 'deal');

export const up = (runner: MigrationRunner): Promise<void> => addVisibility(runner, { name: 'deal' });

export function install<Builder extends TestingBuilder<Builder>>(builder: Builder): Builder {
  const organisation = new TestOrganisation();
  void expectAllowed(organisation.headers(organisation.user('Ann')).then(() => ({ status: 200 })));
  // @ts-expect-error no builder of a testing module
  organisation.install('builder');
  return organisation.install(builder);
}
`;

/** Each name under which the installed package is imported. */
export async function subpathsOf(app: string): Promise<string[]> {
  const manifest = await readFile(join(app, 'node_modules', PACKAGE, 'package.json'), 'utf8');
  const { exports } = JSON.parse(manifest) as { exports: Record<string, unknown> };
  return Object.keys(exports).filter((path) => !path.endsWith('.json'));
}

/**
 * Compiles a file that uses all of the installed package, where everything is checked: `strict`, and the types of packages
 * too. What is wrong in Nest's own types, or in those of its dependencies, is not told: this package cannot mend it.
 *
 * @returns the compiler's lines about the package and about the file
 */
export async function faultsOfTypes(app: string, settings: ModuleSettings): Promise<string[]> {
  const all = (await subpathsOf(app)).map(
    (path, index) => `export * as all${index} from '${PACKAGE}${path.slice(1)}';`,
  );
  await writeFile(join(app, 'types.ts'), `${all.join('\n')}\n${USE}`);
  const compilerOptions = {
    ...settings,
    target: 'es2022',
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    declaration: true,
    noEmit: true,
    types: ['node'],
  };
  const file = join(app, 'tsconfig.types.json');
  await writeFile(file, JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  const told = await outputOf(app, file);
  return told.filter(
    (line) => !line.startsWith('node_modules/') || line.startsWith(`node_modules/${PACKAGE}/`),
  );
}

/** The errors of the compiler, one a line: the lines that explain one are left out. */
async function outputOf(cwd: string, project: string): Promise<string[]> {
  const call = run(process.execPath, [COMPILER, '-p', project, '--pretty', 'false'], { cwd });
  const { stdout } = await call.catch((error: unknown) => error as { readonly stdout: string });
  return stdout.split('\n').filter((line) => /\berror TS\d+:/.test(line));
}
