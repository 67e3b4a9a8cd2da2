import { Icon } from '@adminjs/design-system';
import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { panelPath } from '../kit/paths.js';
import { useWords } from '../kit/words.js';
import { SeenMark } from './see-as.jsx';

/**
 * The tree of visibility groups. A group is dragged onto the one that is to be above it; who uses no mouse chooses that
 * in the group's own panel.
 *
 * @param seen - by the groups' ids, what somebody sees of each; none when nobody is chosen
 * @param onMove - given the ids of the group and of its new parent, null for the top
 */
export function GroupTree({ groups, chosen, seenAs, seen, onMove }) {
  const { say } = useWords();
  const [dragged, setDragged] = useState();
  const drag = { dragged, setDragged, onMove, chosen, seenAs, seen };
  return (
    <nav aria-label={say('pages.visibility.title')}>
      <Branch groups={groups} {...drag} />
      {dragged && (
        <Target className="p-tree-top" parentId={null} {...drag}>
          {say('access.dropAtTop')}
        </Target>
      )}
    </nav>
  );
}

function Branch({ groups, ...drag }) {
  return (
    <ul className="p-tree">
      {groups.map((group) => (
        <Group key={group.id} group={group} {...drag} />
      ))}
    </ul>
  );
}

function Group({ group, ...drag }) {
  const { say } = useWords();
  const { chosen, seenAs, seen, onMove, setDragged } = drag;
  const { id, name, isDefault, memberCount, children } = group;
  return (
    <li>
      <Target className="p-tree-line" parentId={id} {...drag}>
        <Link
          to={panelPath('/pages/visibility', { id, as: seenAs })}
          className="p-tree-group"
          aria-current={chosen === id ? 'true' : undefined}
          draggable={onMove !== undefined}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', name);
            // Chrome ends a drag whose page changes while it begins.
            window.setTimeout(() => setDragged(group));
          }}
          onDragEnd={() => setDragged(undefined)}
          data-testid={`group-${name}`}
        >
          <Icon icon={children.length > 0 ? 'Folder' : 'Eye'} size={16} />
          <span className="p-tree-name">{name}</span>
          <SeenMark seen={seen?.get(id)} />
          {isDefault && <span className="p-chip">{say('access.default')}</span>}
          <span className="p-soft" title={say('access.memberCount', { count: memberCount })}>
            {memberCount}
          </span>
        </Link>
      </Target>
      {children.length > 0 && <Branch groups={children} {...drag} />}
    </li>
  );
}

/** Takes what is dragged, unless that would hang a group below itself. */
function Target({ className, parentId, dragged, setDragged, onMove, children }) {
  const [isOver, setOver] = useState(false);
  const takes = dragged !== undefined && !holds(dragged, parentId);
  return (
    <div
      className={`${className}${isOver && takes ? ' p-tree-over' : ''}`}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        setDragged(undefined);
        if (takes) onMove(dragged, parentId);
      }}
    >
      {children}
    </div>
  );
}

/** Whether a group is another one or below it. */
export const holds = (group, id) => group.id === id || group.children.some((child) => holds(child, id));

/** All groups of a tree, those at the top first; each with its depth in the tree. */
export const flatten = (groups, depth = 0) =>
  groups.flatMap((group) => [{ ...group, depth }, ...flatten(group.children, depth + 1)]);
