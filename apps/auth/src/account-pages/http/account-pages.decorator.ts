import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ForBrowsers } from '../../core/access/index.js';
import { ACCOUNT_PATH } from './account-path.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { SendPage } from './send-page.js';

/** A controller of pages: callers are browsers, answers and errors are pages. */
export const AccountPages = () =>
  applyDecorators(
    ApiExcludeController(),
    Controller(ACCOUNT_PATH.slice(1)),
    ForBrowsers(),
    UseInterceptors(SendPage),
    UseFilters(PageProblemFilter),
  );
