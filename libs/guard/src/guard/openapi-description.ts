import { HttpStatus, Injectable, RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { type Controller, type FoundRoute, type Handler, RouteDiscovery } from './route-discovery.js';
import { type RouteRules, RouteRulesReader } from './route-rules.js';

/** Where @nestjs/swagger looks. It need not be installed: what nobody reads does no harm. */
const SECURITY = 'swagger/apiSecurity';
const RESPONSE = 'swagger/apiResponse';
/** Where its compiler plugin leaves what it has found out about a controller's methods. */
const PLUGIN_METADATA = '_OPENAPI_METADATA_FACTORY';
/** Of that, what is no answer. */
const NO_ANSWER = new Set(['summary', 'description', 'deprecated', 'tags']);

type Responses = Readonly<Record<string, { readonly description: string }>>;
type PluginMetadata = () => Readonly<Record<string, object | undefined>>;

/**
 * Fills in the OpenAPI document as `ApiBearerAuth` and `ApiResponse` would, from all that a route says together; what is
 * described already stays. Done as soon as it is made, since the document may be written before the application begins.
 */
@Injectable()
export class OpenApiDescription {
  constructor(discovery: RouteDiscovery, routes: RouteRulesReader) {
    for (const route of discovery.all()) describe(route, routes.of(route.handler, route.controller));
  }
}

function describe({ controller, handler }: FoundRoute, rules: RouteRules): void {
  if (rules.mode === 'public' || rules.mode === undefined) return;
  // Whoever has given the scheme another name says it by `ApiBearerAuth` or `ApiSecurity`.
  if (!isSecured(controller) && !isSecured(handler))
    Reflect.defineMetadata(SECURITY, [{ bearer: [] }], handler);
  const described = Reflect.getMetadata(RESPONSE, handler) as Responses | undefined;
  // One answer that is described makes @nestjs/swagger leave out what it would have said of the good one.
  const good = isAnswerKnown(controller, handler, described)
    ? {}
    : { [statusOf(handler)]: { description: '' } };
  Reflect.defineMetadata(RESPONSE, { ...good, ...refusalsOf(rules), ...described }, handler);
}

function refusalsOf({ stepUp, wishes, mode, team }: RouteRules): Responses {
  const names = wishes.map(({ type, action }) => `\`${type}:${action}\``);
  const needed = [
    ...(names.length > 0 ? [names.join(mode === 'any' ? ' or ' : ' and ')] : []),
    ...(team === undefined ? [] : [`to be a member of the team \`${team}\``]),
  ];
  const doubt = stepUp === undefined ? 'its session has ended' : 'the login is too long ago or too weak';
  return {
    401: { description: `No valid access token, or ${doubt}.` },
    ...(needed.length > 0 && { 403: { description: `Needs ${needed.join(', and ')}.` } }),
  };
}

const isSecured = (place: object): boolean => Reflect.hasMetadata(SECURITY, place);

function isAnswerKnown(controller: Controller, handler: Handler, described: Responses = {}): boolean {
  if (Object.keys(described).some((status) => /^[123d]/.test(status))) return true;
  const plugin = (controller as { [PLUGIN_METADATA]?: PluginMetadata })[PLUGIN_METADATA]?.();
  return Object.keys(plugin?.[handler.name] ?? {}).some((key) => !NO_ANSWER.has(key));
}

function statusOf(handler: Handler): number {
  const said = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
  const isPost = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST;
  return said ?? (isPost ? HttpStatus.CREATED : HttpStatus.OK);
}
