import React, { useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { Dialog } from './dialog.jsx';
import { Select } from './field.jsx';
import { flatten, holds } from './group-tree.jsx';

/** Names in a list, indented as in the tree. */
const indented = (groups) =>
  groups.map(({ id, name, depth }) => ({ id, name: `${'\u2003'.repeat(depth)}${name}` }));

/** Where a group hangs in the tree, chosen from a list, and deleting it. */
export function GroupPlace({ group, tree, propose }) {
  const { say } = useWords();
  const [isLeaving, setLeaving] = useState(false);
  const all = flatten(tree.groups);
  const self = all.find(({ id }) => id === group.id);
  const possible = all.filter(({ id }) => self === undefined || !holds(self, id));
  const move = (parentId) =>
    propose(say('access.moveGroup', { name: group.name }), {
      change: 'move_visibility_group',
      groupId: group.id,
      parentId: parentId === '' ? null : parentId,
    });
  const remove = (successors) => {
    setLeaving(false);
    propose(say('access.deleteGroup', { name: group.name }), {
      change: 'delete_visibility_group',
      groupId: group.id,
      ...successors,
    });
  };
  const mayRemove = tree.may.remove && !group.isDefault;
  const needsNobody = self !== undefined && self.memberCount === 0 && self.children.length === 0;
  return (
    <div className="p-form-row">
      {tree.may.update && (
        <Select
          label={say('access.groupAbove')}
          options={indented(possible)}
          value={group.parentId ?? ''}
          none={say('access.atTop')}
          onChange={move}
        />
      )}
      {mayRemove && (
        <Button kind="danger" icon="Trash2" onClick={() => (needsNobody ? remove({}) : setLeaving(true))}>
          {say('access.delete')}
        </Button>
      )}
      {isLeaving && (
        <Successors group={group} possible={possible} onClose={() => setLeaving(false)} onChosen={remove} />
      )}
    </div>
  );
}

/** Who takes the members and the groups below of a group that goes. */
function Successors({ group, possible, onClose, onChosen }) {
  const { say } = useWords();
  const [id, setId] = useState(group.parentId ?? possible[0]?.id ?? '');
  const button = (
    <Button kind="primary" disabled={id === ''} onClick={() => onChosen({ transferTo: id, reparentTo: id })}>
      {say('access.preview')}
    </Button>
  );
  return (
    <Dialog title={say('access.deleteGroup', { name: group.name })} onClose={onClose} actions={button}>
      <Select label={say('access.successor')} options={indented(possible)} value={id} onChange={setId} />
    </Dialog>
  );
}
