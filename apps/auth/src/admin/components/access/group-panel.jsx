import React from 'react';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { GroupDefaults } from './group-defaults.jsx';
import { GroupPeople } from './group-people.jsx';
import { GroupPlace } from './group-place.jsx';
import { History } from './history.jsx';
import { Naming } from './name-form.jsx';
import { Section } from './section.jsx';

/** One visibility group: its name, its place, its people, and how widely new items of it are seen. */
export function GroupPanel({ id, tree, propose }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('visibility', 'group', { id });
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const { group } = data;
  return (
    <div className="p-stack" data-testid="group-panel">
      <Section
        title={group.name}
        actions={
          <span className="p-soft">
            {say('access.groupNumber', { number: group.number })}
            {group.isDefault && ` · ${say('access.default')}`}
          </span>
        }
      >
        {group.isDefault && <p className="p-soft">{say('access.defaultGroupHint')}</p>}
        {tree.may.update ? (
          <Naming
            key={group.version}
            subject={group}
            change={{ change: 'update_visibility_group', groupId: id }}
            propose={propose}
          />
        ) : (
          group.description && <p>{group.description}</p>
        )}
        <GroupPlace group={group} tree={tree} propose={propose} />
      </Section>
      <GroupPeople {...data} mayAssign={tree.may.assign} propose={propose} />
      <GroupDefaults {...data} tree={tree} propose={propose} />
      {tree.may.seeHistory && <History page="visibility" id={id} propose={propose} />}
    </div>
  );
}
