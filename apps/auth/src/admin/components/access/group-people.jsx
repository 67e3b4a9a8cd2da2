import React from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { PeopleTable } from './people-table.jsx';
import { PersonPicker } from './person-picker.jsx';
import { Section } from './section.jsx';
import { useMore } from './use-more.js';

/** The members and the managers of a visibility group. */
export function GroupPeople({ group, members, managers, mayAssign, propose }) {
  const { say } = useWords();
  const list = useMore('visibility', 'members', { id: group.id }, members);
  const about = ({ email }) => ({ name: email, group: group.name });
  const bring = (person) =>
    propose(say('access.bringIntoGroup', about(person)), {
      change: 'move_visibility_group_members',
      groupId: group.id,
      userIds: [person.id],
    });
  const change = (words, kind) => (person) =>
    propose(say(words, about(person)), {
      change: kind,
      groupId: group.id,
      userId: person.userId ?? person.id,
    });
  const take = change('access.takeFromGroup', 'remove_visibility_group_member');
  const appoint = change('access.appoint', 'add_visibility_group_manager');
  const dismiss = change('access.dismiss', 'remove_visibility_group_manager');
  const remove = (words, onRemove) => (person) =>
    mayAssign && (
      <Button kind="quiet" icon="X" label={say(words, about(person))} onClick={() => onRemove(person)} />
    );
  return (
    <>
      <Section title={say('access.members')}>
        <PeopleTable
          caption={say('access.members')}
          people={list.items}
          empty={say(group.isDefault ? 'access.noDefaultMembers' : 'access.noMembers')}
          actions={remove('access.takeFromGroup', take)}
          onMore={list.more}
        />
        {mayAssign && <PersonPicker page="visibility" label={say('access.addMember')} onChoose={bring} />}
      </Section>
      <Section title={say('access.managers')}>
        <PeopleTable
          caption={say('access.managers')}
          people={managers}
          empty={say('access.noGroupManagers')}
          actions={remove('access.dismiss', dismiss)}
        />
        {mayAssign && <PersonPicker page="visibility" label={say('access.addManager')} onChoose={appoint} />}
      </Section>
    </>
  );
}
