import { SetMetadata } from '@nestjs/common';
import { ROUTE_STALENESS } from './route-metadata.js';

/**
 * How old knowledge may be for this route. Beyond that the auth service is asked for each decision, and while it cannot be
 * reached the answer is 503.
 *
 * @param ms - in milliseconds: `60_000` lets reading go on through a minute without the auth service
 */
export const MaxStaleness = (ms: number) => SetMetadata(ROUTE_STALENESS, ms);

/** The auth service is asked for each decision of this route: for what cannot be taken back. */
export const Fresh = () => SetMetadata(ROUTE_STALENESS, 0);
