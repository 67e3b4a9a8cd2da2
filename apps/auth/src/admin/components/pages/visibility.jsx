import React, { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Dialog } from '../access/dialog.jsx';
import { GroupPanel } from '../access/group-panel.jsx';
import { GroupTree } from '../access/group-tree.jsx';
import { PersonPicker } from '../access/person-picker.jsx';
import { SeeAs } from '../access/see-as.jsx';
import { CreateForm } from '../access/name-form.jsx';
import { useChanges } from '../access/use-changes.jsx';
import { Button } from '../kit/button.jsx';
import { Page } from '../kit/page.jsx';
import { Empty } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** The tree of visibility groups, and the chosen group beside it. */
export function Visibility() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('id');
  const seenAs = params.get('as');
  const show = (id, as) => setParams({ ...(id !== null && { id }), ...(as !== null && { as }) });
  const choose = (id) => show(id, seenAs);
  const [round, setRound] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const reading = useReading('visibility', 'tree');
  const { dialog, propose } = useChanges('visibility', ({ change }) => {
    if (change === 'delete_visibility_group') choose(null);
    setRound((count) => count + 1);
    reading.reload();
  });
  const move = (group, parentId) =>
    propose(say('access.moveGroup', { name: group.name }), {
      change: 'move_visibility_group',
      groupId: group.id,
      parentId,
    });
  const made = ({ id }) => {
    setMaking(false);
    setRound((count) => count + 1);
    choose(id);
    reading.reload();
  };
  const treeOf = ({ groups, may }) => ({ groups, chosen, seenAs, onMove: may.update ? move : undefined });
  return (
    <Page
      name="visibility"
      reading={reading}
      actions={
        reading.data?.may.create && (
          <Button kind="primary" icon="Plus" onClick={() => setMaking(true)}>
            {say('access.newGroup')}
          </Button>
        )
      }
    >
      {(tree) => (
        <>
          <p className="p-soft p-intro">{say('pages.visibility.hint')}</p>
          <div className="p-split">
            <div className="p-card p-stack">
              {tree.may.seeAs ? (
                <SeenTree
                  {...treeOf(tree)}
                  round={round}
                  onSeeAs={(person) => show(chosen, person && person.id)}
                />
              ) : (
                <GroupTree {...treeOf(tree)} />
              )}
            </div>
            {chosen === null ? (
              <Empty text={say('access.chooseGroup')} />
            ) : (
              <GroupPanel key={`${chosen} ${round}`} id={chosen} tree={tree} propose={propose} />
            )}
          </div>
          {dialog}
          {isMaking && (
            <Dialog title={say('access.newGroup')} onClose={() => setMaking(false)}>
              {chosen !== null && <p className="p-soft">{say('access.newGroupBelow')}</p>}
              <CreateForm
                page="visibility"
                more={chosen === null ? {} : { parentId: chosen }}
                onMade={made}
              />
            </Dialog>
          )}
        </>
      )}
    </Page>
  );
}

/** The tree, with what counts for a person in it once one is chosen. */
function SeenTree({ round, onSeeAs, ...tree }) {
  const { say } = useWords();
  const { seenAs } = tree;
  if (seenAs !== null) return <SeenBy key={`${seenAs} ${round}`} onSeeAs={onSeeAs} {...tree} />;
  return (
    <>
      <PersonPicker page="visibility" label={say('access.seeAs.label')} onChoose={onSeeAs} />
      <GroupTree {...tree} />
    </>
  );
}

function SeenBy({ onSeeAs, ...tree }) {
  const { seenAs } = tree;
  const reading = useReading('visibility', 'seen', { userId: seenAs });
  const seen = reading.data && new Map(reading.data.groups.map((group) => [group.groupId, group]));
  return (
    <>
      <SeeAs userId={seenAs} reading={reading} onStop={() => onSeeAs(null)} />
      <GroupTree {...tree} seen={seen} />
    </>
  );
}
