import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeChangeReason } from './change-reason.js';
import { describeProblems } from './problem-responses.js';

/** The major version of the API, as its paths have it. */
const API_VERSION = '1';

const tags: Readonly<Record<string, string>> = {
  login: 'Log in, refresh and log out; the public keys of access tokens.',
  'second factors': 'Codes of apps, passkeys, recovery codes and remembered devices.',
  'federated login': 'Logging in with other identity providers.',
  account: 'Signing up, mailed links, and what people do with their own account.',
  invitations: 'Asking people in by mail.',
  sessions: 'Who is logged in where, and how that ends.',
  users: 'People and their data.',
  roles: 'Named sets of permissions, and who has which.',
  'separation of duty': 'Roles that nobody may have together.',
  teams: 'Who works together, and the roles that a team carries.',
  catalogue: 'Resources and permissions that roles are made of.',
  authorization: 'What follows for a person from roles, teams and groups, why, and what a change would do.',
  AuthZEN: 'Decisions by the OpenID AuthZEN Authorization API 1.0.',
  'visibility groups': 'Who sees whose records: the tree, its members and managers, defaults for new items.',
  'service accounts': 'Registered services, their secrets and permissions.',
  'API keys': "Keys with which people's programs act in their name.",
  OAuth: 'What registered services ask: tokens of their own, whether a token is good, that it be revoked.',
  'signing keys': 'The keys that access tokens are signed with.',
  'audit log': 'Who did what, and when.',
  system: 'How the running service is.',
};

/**
 * Makes the OpenAPI document of the application's controllers.
 *
 * @param publicUrl - origin under which people reach the service
 */
export function createOpenApiDocument(app: INestApplication, publicUrl: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Auth Service')
    .setDescription(
      'Authentication and authorisation for your own services. Call `POST /auth/v1/login` first; ' +
        'the other routes take its `accessToken` as a bearer token.',
    )
    .setVersion(API_VERSION)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer(publicUrl)
    .addBasicAuth({ type: 'http', scheme: 'basic', description: '`client_id` and `client_secret`' })
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'at+jwt (RFC 9068)' });
  for (const [name, description] of Object.entries(tags)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: operationId });
  makeDefaultsOptional(document);
  describeChangeReason(document);
  describeProblems(document);
  return document;
}

/** A parameter with a default may be left out; the Swagger plugin takes its initialised property for a required one. */
function makeDefaultsOptional({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap(({ get }) => get ?? []);
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if ('schema' in parameter && parameter.schema !== undefined && 'default' in parameter.schema) {
      parameter.required = false;
    }
  }
}

/** For example `UserController.find` → `userFind`: what generated clients call the operation. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return (
    subject.charAt(0).toLowerCase() + subject.slice(1) + method.charAt(0).toUpperCase() + method.slice(1)
  );
}
