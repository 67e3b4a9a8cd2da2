import React, { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Dialog } from '../access/dialog.jsx';
import { GroupPanel } from '../access/group-panel.jsx';
import { GroupTree } from '../access/group-tree.jsx';
import { NameForm } from '../access/name-form.jsx';
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
  const choose = (id) => setParams(id === null ? {} : { id });
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
    choose(id);
    reading.reload();
  };
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
            <div className="p-card">
              <GroupTree groups={tree.groups} chosen={chosen} onMove={tree.may.update ? move : undefined} />
            </div>
            {chosen === null ? (
              <Empty text={say('access.chooseGroup')} />
            ) : (
              <GroupPanel
                key={`${chosen} ${round}`}
                id={chosen}
                tree={tree}
                propose={propose}
                onChanged={reading.reload}
              />
            )}
          </div>
          {dialog}
          {isMaking && (
            <Dialog title={say('access.newGroup')} onClose={() => setMaking(false)}>
              {chosen !== null && <p className="p-soft">{say('access.newGroupBelow')}</p>}
              <NameForm page="visibility" more={chosen === null ? {} : { parentId: chosen }} onSaved={made} />
            </Dialog>
          )}
        </>
      )}
    </Page>
  );
}
