import proxyAddress from '@fastify/proxy-addr';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { MIN_REVISION_HEADER, type MemoryRoutes, type RecallCaller } from '../access/index.js';
import type { AppLogger } from '../telemetry/index.js';
import type { Drain } from './drain.js';
import { requestIdOf } from './request-id.js';
import { lengthOfJson, readWhole } from './small-body.js';
import { securityHeaders } from './security-headers.js';

/** What {@link EarlyAnswers.from} needs. */
export interface EarlyAnswerSources {
  readonly logger: AppLogger;
  readonly routes: MemoryRoutes;
  readonly recallCaller: RecallCaller;
  readonly drain: Drain;
  /** Whether people reach the service over https. */
  readonly https: boolean;
  /** Whether pages of other origins may ask too. */
  readonly crossOrigin: boolean;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** What the framework would set on a server of its own. */
interface ServerOptions {
  readonly requestTimeout?: number;
  readonly keepAliveTimeout?: number;
}

/**
 * Answers on the server itself, ahead of the framework, what is in memory ({@link MemoryRoutes}). Such an answer has
 * the headers and the log line of any other.
 */
export class EarlyAnswers {
  private answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  private framework: RequestListener = () => undefined;

  /** Makes the framework's server: it wants one before there is anything to answer from. */
  readonly serverFactory = (framework: RequestListener, options: ServerOptions): Server => {
    const { requestTimeout, keepAliveTimeout } = options;
    this.framework = framework;
    return createServer({ requestTimeout, keepAliveTimeout }, (request, response) => {
      if (!this.answer(request, response)) framework(request, response);
    });
  };

  /** From now on, answers from memory. */
  from({
    logger,
    routes,
    recallCaller,
    drain,
    https,
    crossOrigin,
    trustedProxies,
  }: EarlyAnswerSources): void {
    const isTrusted = proxyAddress.compile([...trustedProxies]);
    const fixedHeaders = [
      'content-type',
      'application/json; charset=utf-8',
      ...securityHeaders(https).flat(),
    ];
    if (crossOrigin) fixedHeaders.push('vary', 'Origin');

    const send = (request: IncomingMessage, response: ServerResponse, text: string, began: number): void => {
      const requestId = requestIdOf(request);
      const length = Buffer.byteLength(text);
      response.writeHead(200, [...fixedHeaders, 'content-length', String(length), 'x-request-id', requestId]);
      response.end(text);
      if (logger.isLevelEnabled('info'))
        logger.request({
          requestId,
          method: request.method ?? '',
          path: request.url ?? '',
          status: 200,
          ms: Math.round((performance.now() - began) * 100) / 100,
          ip: proxyAddress(request, isTrusted),
        });
    };

    this.answer = (request, response) => {
      const { method = '', url = '', headers } = request;
      const route = routes.find(method, url);
      // The framework adds what browsers of other origins need, and closes connections at the end.
      if (route === undefined || headers.origin !== undefined || drain.begun) return false;
      if (headers[MIN_REVISION_HEADER] !== undefined) return false;
      const began = performance.now();
      const { authorization } = headers;
      if (method !== 'POST') {
        const text = routes.answer(route, authorization, recallCaller);
        if (text !== null) send(request, response, text, began);
        return text !== null;
      }
      const length = lengthOfJson(headers);
      if (length === null) return false;
      readWhole(request, length, (body) => {
        const text = routes.answer(route, authorization, recallCaller, body.toString());
        if (text !== null) {
          send(request, response, text, began);
          return;
        }
        // As if nobody had read it: the stream notices a listener that is gone with the next tick.
        request.unshift(body);
        process.nextTick(() => {
          this.framework(request, response);
        });
      });
      return true;
    };
  }
}
