import type { AuthorizationModel } from '@auth-service/authorization';
import type { Preview } from '../queries/preview-change.js';
import type { Exchange } from './access-difference.js';
import type { SharedDifference } from './comparison.js';

/** Of what is long, the first so many are shown. */
const SHOWN = 100;

/** What is shown of a preview: names rather than numbers, and of what is long the beginning. */
export function previewView(preview: Preview) {
  const { differences, userCount, complete, locksYouOut } = preview;
  return {
    userCount,
    complete,
    locksYouOut,
    differences: differences.slice(0, SHOWN).map((difference) => shown(difference, preview)),
  };
}

function shown(
  { at, users, permissions, inTeams, seesAllOf, seesSharedOf, secondFactor }: SharedDifference,
  { before, after }: Preview,
) {
  const team = (id: string) => (after.teams.get(id) ?? before.teams.get(id))?.name ?? '';
  return {
    at: new Date(at),
    userCount: users.length,
    users: users.slice(0, SHOWN).map(({ id, email }) => ({ id, email })),
    permissions: names(permissions),
    inTeams: inTeams.map((held) => ({ teamId: held.teamId, team: team(held.teamId), ...names(held) })),
    seesAllOf: groupNames(seesAllOf, before, after),
    seesSharedOf: groupNames(seesSharedOf, before, after),
    secondFactor,
  };
}

const names = ({ gains, loses }: Exchange<string>) => ({
  gains: { count: gains.length, first: gains.slice(0, SHOWN) },
  loses: { count: loses.length, first: loses.slice(0, SHOWN) },
});

const groupNames = (
  { gains, loses }: Exchange<number>,
  before: AuthorizationModel,
  after: AuthorizationModel,
) => ({
  gains: gains.map((number) => after.groups.get(number)?.name ?? ''),
  loses: loses.map((number) => before.groups.get(number)?.name ?? ''),
});
