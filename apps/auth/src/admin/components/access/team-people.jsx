import React from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { PeopleTable } from './people-table.jsx';
import { PersonPicker } from './person-picker.jsx';
import { Section } from './section.jsx';
import { useMore } from './use-more.js';

/** Who is in a team, and who of them says who else is. */
export function TeamPeople({ team, members, mayAssign, propose }) {
  const { say } = useWords();
  const list = useMore('team', 'members', { id: team.id }, members);
  const about = ({ email }) => ({ name: email, group: team.name });
  const change = (words, kind, person) =>
    propose(say(words, about(person)), { change: kind, teamId: team.id, userId: person.userId });
  const add = (person) =>
    propose(say('access.bringIntoGroup', about(person)), {
      change: 'add_team_members',
      teamId: team.id,
      userIds: [person.id],
    });
  const actions = (person) =>
    mayAssign && (
      <>
        <Button
          kind="quiet"
          onClick={() =>
            person.isManager
              ? change('access.dismiss', 'remove_team_manager', person)
              : change('access.appoint', 'add_team_manager', person)
          }
        >
          {say(person.isManager ? 'access.makeMember' : 'access.makeManager')}
        </Button>
        <Button
          kind="quiet"
          icon="X"
          label={say('access.takeFromGroup', about(person))}
          onClick={() => change('access.takeFromGroup', 'remove_team_member', person)}
        />
      </>
    );
  return (
    <Section title={say('access.members')}>
      <PeopleTable
        caption={say('access.members')}
        people={list.items}
        empty={say('access.noTeamMembers')}
        note={({ isManager }) => isManager && <span className="p-chip">{say('access.manager')}</span>}
        actions={actions}
        onMore={list.more}
      />
      {mayAssign && <PersonPicker page="team" label={say('access.addMember')} onChoose={add} />}
    </Section>
  );
}
