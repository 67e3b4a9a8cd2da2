import { SetMetadata } from '@nestjs/common';
import { ROUTE_STEP_UP, type StepUpDemand } from './route-metadata.js';

/**
 * Only who has shown a short time ago who they are may call this route. Others get 401 with the challenge of RFC 9470, and
 * authenticate again by the auth service's `/auth/v1/step-up`.
 *
 * @example `@StepUp({ maxAgeSeconds: 60, level: 'aal2' })`
 */
export const StepUp = (demand: StepUpDemand = {}) => SetMetadata(ROUTE_STEP_UP, demand);
