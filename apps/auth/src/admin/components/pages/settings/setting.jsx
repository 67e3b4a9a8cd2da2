import React from 'react';
import { Button } from '../../kit/button.jsx';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';

/** A setting: what it is called, what holds, and where that comes from. */
export function Setting({ setting, onEdit, onReset }) {
  const { say } = useWords();
  const { name } = setting;
  const label = say(`pages.settings.names.${name}.label`);
  const shown = (value) => (value === '' ? say('pages.settings.nothing') : value);
  const reset = useAction('settings', 'reset', 'pages.settings.wasReset');
  const confirm = async () => {
    await reset.run({ name, version: setting.version });
    onReset();
  };
  return (
    <li className="p-setting">
      <div>
        <strong>{label}</strong>
        <code>{name}</code>
        <p className="p-soft">{say(`pages.settings.names.${name}.hint`)}</p>
      </div>
      <div>
        <strong className="p-setting-value">{shown(setting.value)}</strong>
        <Origin setting={setting} shown={shown} />
      </div>
      <div className="p-row">
        {onEdit && (
          <Button icon="Edit2" aria-label={`${say('pages.settings.change')}: ${label}`} onClick={onEdit}>
            {say('pages.settings.change')}
          </Button>
        )}
        {onEdit && setting.isChanged && (
          <ConfirmButton
            question={say('pages.settings.resetQuestion', {
              name: label,
              value: shown(setting.environment),
            })}
            aria-label={`${say('pages.settings.reset')}: ${label}`}
            disabled={reset.isRunning}
            onConfirm={confirm}
          >
            {say('pages.settings.reset')}
          </ConfirmButton>
        )}
      </div>
    </li>
  );
}

/** Where the value comes from, and what would hold otherwise. */
function Origin({ setting, shown }) {
  const { say } = useWords();
  const { isChanged, environment, changedBy, changedAt } = setting;
  const isUsual = environment === setting.default;
  return (
    <ul className="p-setting-origin">
      {isChanged && (
        <li>
          <span className="p-chip p-chip-warn">{say('pages.settings.changed')}</span>{' '}
          {changedBy && `${changedBy}, `}
          <Moment at={changedAt} />
        </li>
      )}
      {!isUsual && <li>{say('pages.settings.environment', { value: shown(environment) })}</li>}
      {(isChanged || !isUsual) && <li>{say('pages.settings.default', { value: shown(setting.default) })}</li>}
      {!isChanged && isUsual && <li>{say('pages.settings.isDefault')}</li>}
    </ul>
  );
}
