import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError, type ErrorCode, PROBLEM_JSON, toProblemDetails } from '../errors/index.js';
import { requestIdOf } from './request-id.js';
import { securityHeaders } from './security-headers.js';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/** Answers bytes that are no request, or one that does not end, on the connection itself, and closes it. */
export function answerUnreadable(fault: Error & { code?: string }, socket: Socket): void {
  if (socket.writable) {
    const error = new AppError(CODES[fault.code ?? ''] ?? 'invalid_request');
    const body = JSON.stringify(toProblemDetails(error, requestIdOf({ headers: {} })));
    const headers = [
      ...securityHeaders(false),
      ['content-type', PROBLEM_JSON],
      ['content-length', String(Buffer.byteLength(body))],
      ['connection', 'close'],
    ].map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}\r\n${headers.join('')}\r\n${body}`,
    );
  }
  socket.destroy();
}
