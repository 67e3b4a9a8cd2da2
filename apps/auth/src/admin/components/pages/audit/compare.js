const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a state by their paths; a list, and what is no object, is one field. */
function flatten(state, prefix = '') {
  if (!isObject(state)) return state === null || state === undefined ? [] : [[prefix, state]];
  return Object.entries(state).flatMap(([name, value]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return isObject(value) && Object.keys(value).length > 0 ? flatten(value, path) : [[path, value]];
  });
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The fields of two states, what differs first. Where one state is missing altogether, nothing counts as changed.
 *
 * @returns name, before and after, undefined where the field is not there, and isChanged
 */
export function compare(before, after) {
  const sides = [before, after].map((state) => new Map(flatten(state)));
  const names = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  const isPair = before !== null && after !== null;
  return names
    .map((name) => {
      const [was, is] = sides.map((side) => side.get(name));
      return { name, before: was, after: is, isChanged: isPair && !same(was, is) };
    })
    .sort((one, other) => Number(other.isChanged) - Number(one.isChanged));
}

/** The items of a list, with those that the other list lacks marked. */
export function itemsOf(list, other) {
  const known = Array.isArray(other) ? new Set(other.map((item) => JSON.stringify(item))) : undefined;
  return list.map((item) => ({ item, isOwn: known !== undefined && !known.has(JSON.stringify(item)) }));
}
