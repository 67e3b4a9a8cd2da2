import React from 'react';
import { Link } from 'react-router-dom';
import { panelPath } from '../../kit/paths.js';
import { useWords } from '../../kit/words.js';

/** The page of a thing, by the kind of the subject. */
const PAGES = {
  user: (id) => panelPath('/pages/user', { id }),
  role: (id) => panelPath('/pages/role', { id }),
  team: (id) => panelPath('/pages/team', { id }),
  visibility_group: (id) => panelPath('/pages/visibility', { id }),
};

/** Who acted; the service itself, or somebody unknown, when nobody is named. */
export function Actor({ actorId, impersonatorId, names }) {
  const { say } = useWords();
  if (actorId === null) return <span className="p-soft">{say('pages.audit.nobody')}</span>;
  return (
    <>
      <Name type="user" id={actorId} names={names} />
      {impersonatorId && (
        <>
          {' '}
          <span className="p-soft">{say('pages.audit.inTheirName')}</span>{' '}
          <Name type="user" id={impersonatorId} names={names} />
        </>
      )}
    </>
  );
}

/** To what something happened. */
export function Subject({ type, id, names }) {
  const { say } = useWords();
  return (
    <>
      <span className="p-soft">{say([`auditSubjectTypes.${type}`, type])}</span>{' '}
      {id !== null && <Name type={type} id={id} names={names} />}
    </>
  );
}

/** A name, where it is known, leads to its page; an id stays one, shortened. */
export function Name({ type, id, names }) {
  const name = names[id];
  if (name === undefined) return <Id id={id} />;
  const page = PAGES[type];
  return page ? (
    <Link className="p-break" to={page(id)} title={id}>
      {name}
    </Link>
  ) : (
    <span className="p-break" title={id}>
      {name}
    </span>
  );
}

const UUID = /^[0-9a-f-]{36}$/;

const Id = ({ id }) => (
  <code className="p-break" title={id}>
    {UUID.test(id) ? `…${id.slice(-12)}` : id}
  </code>
);
