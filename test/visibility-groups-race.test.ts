import { expect, it } from '@jest/globals';
import {
  CreateVisibilityGroup,
  DeleteVisibilityGroup,
  GetGroupOfUser,
  GetVisibilityGroup,
  MoveMember,
  MoveVisibilityGroup,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser } from './support/people.js';

const [first, second] = useCommittingApps(2) as [TestApp, TestApp];
const ROUNDS = 20;

const newGroup = (name: string) => first.app.get(CreateVisibilityGroup).execute({ name });
const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  );

it('of two opposing moves at the same moment one is refused: never a cycle (V10)', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [left, right] = [await newGroup(`left ${round}`), await newGroup(`right ${round}`)];
    const results = await Promise.allSettled([
      first.app.get(MoveVisibilityGroup).execute(left.id, right.id),
      second.app.get(MoveVisibilityGroup).execute(right.id, left.id),
    ]);
    expect(codes(results)).toEqual(['hierarchy_cycle']);
    const parents = await Promise.all(
      [left, right].map(async ({ id }) => (await first.app.get(GetVisibilityGroup).execute(id)).parentId),
    );
    expect(parents.filter((parent) => parent === null)).toHaveLength(1);
  }
}, 60_000);

it('who comes into a group that goes at the same moment is in one that exists (V8, V9)', async () => {
  const target = await newGroup('target');
  for (let round = 0; round < ROUNDS; round++) {
    const [group, user] = [await newGroup(`going ${round}`), await createUser(first)];
    const results = await Promise.allSettled([
      first.app.get(MoveMember).execute(group.id, user.id),
      second.app.get(DeleteVisibilityGroup).execute(group.id, { transferTo: target.id }),
    ]);
    expect(codes(results).every((code) => code === 'not_found')).toBe(true);
    const { id, isDefault } = await first.app.get(GetGroupOfUser).execute(user.id);
    expect(isDefault || id === target.id).toBe(true);
  }
}, 60_000);
