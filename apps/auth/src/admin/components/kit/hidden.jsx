import React from 'react';
import { useWords } from './words.js';

/** Says how many more there are that the reader may not see; nothing when there are none. */
export function HiddenCount({ count }) {
  const { say } = useWords();
  if (count === 0) return null;
  return <p className="p-soft p-hidden-count">{say('kit.hidden', { count })}</p>;
}

/** Says that there may be more, where not even the number may be known: `needed` is what one would have to hold. */
export function HiddenPart({ needed }) {
  const { say } = useWords();
  return <p className="p-soft p-hidden-count">{say('kit.hiddenPart', { needed })}</p>;
}

/** Says what was not searched, rather than that nothing is there. */
export function UnsearchedKinds({ kinds }) {
  const { say } = useWords();
  if (kinds.length === 0) return null;
  const names = kinds.map((kind) => say(`resources.${kind}.actions.list`)).join(', ');
  return <p className="p-soft p-hidden-count">{say('pages.search.unsearched', { names })}</p>;
}
