import React, { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { CloneRole } from '../access/clone-role.jsx';
import { History } from '../access/history.jsx';
import { Section } from '../access/section.jsx';
import { NamingSection } from '../access/name-form.jsx';
import { RoleComparison } from '../access/role-comparison.jsx';
import { RoleHolders } from '../access/role-holders.jsx';
import { RoleParents } from '../access/role-parents.jsx';
import { RolePermissions } from '../access/role-permissions.jsx';
import { useChanges } from '../access/use-changes.jsx';
import { Button } from '../kit/button.jsx';
import { HiddenPart } from '../kit/hidden.jsx';
import { Moment } from '../kit/moment.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** A role: what it holds and inherits, who has it, and how it differs from others. */
export function Role() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const id = params.get('id');
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  const [isCloning, setCloning] = useState(false);
  const reading = useReading('role', 'read', { id });
  const { dialog, propose } = useChanges('role', ({ change }) => {
    if (change === 'delete_role') return navigate(panelPath('/resources/roles'));
    setRound((count) => count + 1);
    return reading.reload();
  });
  const { role } = reading.data ?? {};
  return (
    <Page
      name="role"
      title={role?.name}
      reading={reading}
      actions={role && <RoleActions {...reading.data} propose={propose} onClone={() => setCloning(true)} />}
    >
      {({ roles, catalogue, inherited, may }) => (
        <div className="p-stack">
          {!may.change && role.description && <p>{role.description}</p>}
          <LastUse {...role} />
          <RolePermissions
            role={role}
            catalogue={catalogue}
            inherited={inherited}
            mayChange={may.change}
            seesCatalogue={may.seeCatalogue}
            propose={propose}
          />
          <div className="p-columns">
            <RoleParents role={role} roles={roles} mayChange={may.change} propose={propose} />
            {may.seeHolders ? (
              <RoleHolders key={round} role={role} mayAssign={may.assign} propose={propose} />
            ) : (
              <Section title={say('access.holders')}>
                <HiddenPart needed="user:read" />
              </Section>
            )}
          </div>
          {may.change && (
            <NamingSection
              subject={role}
              change={{ change: 'update_role', roleId: role.id }}
              propose={propose}
            />
          )}
          <RoleComparison role={role} roles={roles} />
          {may.seeHistory && <History key={`history ${id} ${round}`} page="role" id={id} propose={propose} />}
          {dialog}
          {isCloning && <CloneRole role={role} onClose={() => setCloning(false)} />}
        </div>
      )}
    </Page>
  );
}

/** What an administrator asks before a role goes. */
function LastUse({ lastUsedAt }) {
  const { say } = useWords();
  return (
    <div data-testid="role-last-used">
      <p>
        {say('access.lastUsed')} {lastUsedAt ? <Moment at={lastUsedAt} /> : say('access.neverUsed')}
      </p>
      <p className="p-soft">{say('access.lastUsedHint')}</p>
    </div>
  );
}

function RoleActions({ role, may, propose, onClone }) {
  const { say } = useWords();
  const { id, name, version, requiresSecondFactor } = role;
  return (
    <>
      {may.clone && (
        <Button icon="Copy" onClick={onClone}>
          {say('access.clone')}
        </Button>
      )}
      {may.change && (
        <Button
          icon={requiresSecondFactor ? 'Unlock' : 'Lock'}
          onClick={() =>
            propose(say(requiresSecondFactor ? 'access.dropFactor' : 'access.wantFactor', { name }), {
              change: 'set_role_second_factor',
              roleId: id,
              required: !requiresSecondFactor,
              version,
            })
          }
        >
          {say(requiresSecondFactor ? 'access.withoutFactor' : 'access.withFactor')}
        </Button>
      )}
      {may.remove && (
        <Button
          kind="danger"
          icon="Trash2"
          onClick={() => propose(say('access.deleteRole', { name }), { change: 'delete_role', roleId: id })}
        >
          {say('access.delete')}
        </Button>
      )}
    </>
  );
}
