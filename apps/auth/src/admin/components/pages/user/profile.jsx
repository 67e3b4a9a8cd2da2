import React, { useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { useWords } from '../../kit/words.js';
import { Facts, Part } from './part.jsx';
import { ProfileForm } from './profile-form.jsx';

/** A language as the reader's language calls it. */
const languageName = (language, tag) => new Intl.DisplayNames([language], { type: 'language' }).of(tag);

/** Who they are; edited in place. */
export function Profile({ user, may, onChange }) {
  const { say, language } = useWords();
  const [isEdited, setEdited] = useState(false);
  const label = (name) => say(`pages.user.profile.${name}`);
  const finish = () => {
    setEdited(false);
    onChange();
  };
  const edit = may('save') && !isEdited && (
    <Button icon="Edit2" onClick={() => setEdited(true)}>
      {say('pages.user.profile.edit')}
    </Button>
  );
  return (
    <Part title={label('title')} actions={edit}>
      {isEdited ? (
        <ProfileForm user={user} onSaved={finish} onCancel={() => setEdited(false)} />
      ) : (
        <Facts
          facts={[
            [label('email'), user.email],
            [label('emailVerified'), say(`values.boolean.${user.emailVerified}`)],
            [label('displayName'), user.displayName],
            [label('givenName'), user.givenName],
            [label('familyName'), user.familyName],
            [label('locale'), languageName(language, user.locale)],
            [label('createdAt'), <Moment key="created" at={user.createdAt} />],
            [
              label('lastLoginAt'),
              user.lastLoginAt ? <Moment key="login" at={user.lastLoginAt} /> : label('never'),
            ],
            ...Object.entries(user.attributes).map(([name, value]) => [
              <code key={name}>{name}</code>,
              typeof value === 'string' ? value : JSON.stringify(value),
            ]),
          ]}
        />
      )}
    </Part>
  );
}
