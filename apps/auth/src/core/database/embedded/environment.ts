/**
 * The environment of PostgreSQL's programs: nothing of ours, whose secrets are none of its business and whose `PG…`
 * and locale variables would change how it behaves.
 */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
