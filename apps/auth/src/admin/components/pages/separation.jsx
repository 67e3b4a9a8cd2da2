import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { Dialog } from '../access/dialog.jsx';
import { DutyForm } from '../access/duty-form.jsx';
import { Section } from '../access/section.jsx';
import { Button } from '../kit/button.jsx';
import { HiddenCount } from '../kit/hidden.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useAction } from '../kit/use-action.js';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** Which roles nobody may have together. */
export function Separation() {
  const { say } = useWords();
  const reading = useReading('separation', 'read');
  const { rules = [], may } = reading.data ?? {};
  // Where there is none yet, the button stands beside what says so.
  const canAdd = may?.create && rules.length > 0;
  const [edited, setEdited] = useState();
  const [leaving, setLeaving] = useState();
  const close = () => {
    setEdited(undefined);
    setLeaving(undefined);
  };
  const saved = () => {
    close();
    reading.reload();
  };
  return (
    <Page name="separation" reading={reading} actions={canAdd && <NewRule onClick={() => setEdited({})} />}>
      {({ roles }) => (
        <div className="p-stack">
          <p className="p-soft">{say('pages.separation.hint')}</p>
          {rules.length === 0 && (
            <Empty text={say('access.noRules')}>
              {may.create && <NewRule onClick={() => setEdited({})} />}
            </Empty>
          )}
          {rules.map((rule) => (
            <Rule
              key={rule.id}
              rule={rule}
              roles={roles}
              onEdit={may.update ? () => setEdited({ rule }) : undefined}
              onRemove={may.remove ? () => setLeaving(rule) : undefined}
            />
          ))}
          {edited && <DutyForm rule={edited.rule} roles={roles} onClose={close} onSaved={saved} />}
          {leaving && <RemoveRule rule={leaving} onClose={close} onDone={saved} />}
        </div>
      )}
    </Page>
  );
}

function NewRule({ onClick }) {
  const { say } = useWords();
  return (
    <Button kind="primary" icon="Plus" onClick={onClick}>
      {say('access.newRule')}
    </Button>
  );
}

function Rule({ rule, roles, onEdit, onRemove }) {
  const { say } = useWords();
  const buttons = (
    <div className="p-row">
      {onEdit && <Button onClick={onEdit}>{say('access.change')}</Button>}
      {onRemove && (
        <Button kind="danger" onClick={onRemove}>
          {say('access.delete')}
        </Button>
      )}
    </div>
  );
  const seen = roles.filter(({ id }) => rule.roleIds.includes(id));
  return (
    <Section title={rule.name} actions={buttons}>
      {rule.description && <p>{rule.description}</p>}
      <p>{say('access.atMost', { count: rule.cardinality - 1 })}</p>
      <ul className="p-chips">
        {seen.map(({ id, name }) => (
          <li key={id} className="p-chip">
            <Link to={panelPath('/pages/role', { id })}>{name}</Link>
          </li>
        ))}
      </ul>
      <HiddenCount count={rule.roleIds.length - seen.length} />
    </Section>
  );
}

function RemoveRule({ rule, onClose, onDone }) {
  const { say } = useWords();
  const remove = useAction('separation', 'remove', 'access.deleted');
  const confirm = async () => {
    if ((await remove.run({ id: rule.id, version: rule.version })) !== undefined) onDone();
  };
  const button = (
    <Button kind="danger" disabled={remove.isRunning} onClick={confirm}>
      {say('access.delete')}
    </Button>
  );
  return (
    <Dialog title={say('access.deleteRule', { name: rule.name })} onClose={onClose} actions={button}>
      <p>{say('access.deleteRuleHint')}</p>
    </Dialog>
  );
}
