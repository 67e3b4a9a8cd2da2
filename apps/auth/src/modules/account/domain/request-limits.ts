/** Window over which the requests of one network are counted. */
export const HOUR_SECONDS = 3600;
