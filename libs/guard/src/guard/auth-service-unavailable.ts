import { type ArgumentsHost, Catch, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';

/** Seconds. */
export const RETRY_AFTER_SECONDS = 2;

/** What the auth service would have to be asked cannot be known at the moment. */
export class AuthServiceUnavailable extends ServiceUnavailableException {
  constructor(cause: unknown) {
    super('The auth service cannot be asked at the moment.', { cause });
  }
}

/** Answers with 503 and `Retry-After` when a handler has asked about others in vain. */
@Catch(AuthServiceUnavailable)
@Injectable()
export class AuthServiceUnavailableFilter extends BaseExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {
    super(host.httpAdapter);
  }

  override catch(exception: AuthServiceUnavailable, host: ArgumentsHost): void {
    const response: unknown = host.switchToHttp().getResponse();
    this.host.httpAdapter.setHeader(response, 'Retry-After', String(RETRY_AFTER_SECONDS));
    super.catch(exception, host);
  }
}
