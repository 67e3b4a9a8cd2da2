import React, { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { History } from '../access/history.jsx';
import { NamingSection } from '../access/name-form.jsx';
import { Section } from '../access/section.jsx';
import { TeamPeople } from '../access/team-people.jsx';
import { TeamRoles } from '../access/team-roles.jsx';
import { useChanges } from '../access/use-changes.jsx';
import { Button } from '../kit/button.jsx';
import { HiddenPart } from '../kit/hidden.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** A team: who is in it, and which roles it carries. */
export function Team() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const id = params.get('id');
  const [round, setRound] = useState(0);
  const reading = useReading('team', 'read', { id });
  const reload = () => {
    setRound((count) => count + 1);
    reading.reload();
  };
  const { dialog, propose } = useChanges('team', ({ change }) =>
    change === 'delete_team' ? navigate(panelPath('/resources/teams')) : reload(),
  );
  const { team, may: allowed } = reading.data ?? {};
  const remove = () =>
    propose(say('access.deleteTeam', { name: team.name }), { change: 'delete_team', teamId: team.id });
  return (
    <Page
      name="team"
      title={team?.name}
      reading={reading}
      actions={
        allowed?.remove && (
          <Button kind="danger" icon="Trash2" onClick={remove}>
            {say('access.delete')}
          </Button>
        )
      }
    >
      {({ members, carried, roles, may }) => (
        <div className="p-stack">
          {!may.update && team.description && <p>{team.description}</p>}
          <TeamPeople team={team} members={members} mayAssign={may.assign} propose={propose} />
          {carried ? (
            <TeamRoles
              team={team}
              carried={carried}
              roles={roles}
              mayAssign={may.assignRoles}
              propose={propose}
            />
          ) : (
            <Section title={say('access.teamRoles')}>
              <HiddenPart needed="role:read" />
            </Section>
          )}
          {may.update && (
            <NamingSection
              subject={team}
              change={{ change: 'update_team', teamId: team.id }}
              propose={propose}
            />
          )}
          {may.seeHistory && <History key={`${id} ${round}`} page="team" id={id} propose={propose} />}
          {dialog}
        </div>
      )}
    </Page>
  );
}
