import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { useChanges } from '../access/use-changes.jsx';
import { HiddenPart } from '../kit/hidden.jsx';
import { Page } from '../kit/page.jsx';
import { StatusMark } from '../kit/status-mark.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { AccountActions } from './user/account-actions.jsx';
import { Belonging } from './user/belonging.jsx';
import { Events } from './user/events.jsx';
import { Permissions } from './user/permissions.jsx';
import { Profile } from './user/profile.jsx';
import { Roles } from './user/roles.jsx';
import { Sessions } from './user/sessions.jsx';
import { WaysIn } from './user/ways-in.jsx';

/** What one would have to hold to see the parts that are left out. */
function HiddenParts({ roles, teams, group, waysIn, sessions, events, explains }) {
  const needed = Object.entries({
    'role:read': roles,
    'team:read': teams,
    'visibility_group:read': group,
    'authenticator:read': waysIn,
    'authorization:explain': explains || null,
    'session:read': sessions,
    'audit:read': events,
  })
    .filter(([, part]) => part === null)
    .map(([permission]) => permission);
  return needed.length === 0 ? null : <HiddenPart needed={needed.join(', ')} />;
}

/** A user with all that belongs to them. Parts that one may not see are left out. */
export function User() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const id = params.get('id');
  const reading = useReading('user', 'read', { id });
  const choices = useReading('user', 'choices').data;
  const { dialog, propose } = useChanges('user', reading.reload);
  const title = reading.data && (reading.data.user.displayName || reading.data.user.email);
  return (
    <Page
      name="user"
      title={title}
      reading={reading}
      actions={reading.data && <AccountActions key={id} {...reading} />}
    >
      {(data) => {
        const part = {
          ...data,
          id,
          choices,
          may: (action) => data.offers.includes(action),
          onChange: reading.reload,
          propose,
        };
        return (
          <div className="p-stack">
            <p className="p-row">
              <StatusMark field="status" value={data.user.status} />
              {data.user.displayName && <span>{data.user.email}</span>}
              {data.isOneself && <span className="p-soft">{say('pages.user.oneself')}</span>}
            </p>
            <div className="p-parts" key={id}>
              <Profile {...part} />
              {data.roles && <Roles {...part} />}
              {(data.teams || data.group) && <Belonging {...part} />}
              {data.waysIn && <WaysIn {...part} />}
              {data.explains && <Permissions id={id} version={JSON.stringify([data.roles, data.teams])} />}
              {data.sessions && <Sessions {...part} />}
              {data.events && <Events {...part} />}
            </div>
            <HiddenParts {...data} />
            {dialog}
          </div>
        );
      }}
    </Page>
  );
}
