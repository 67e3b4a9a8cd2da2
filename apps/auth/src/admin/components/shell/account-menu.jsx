import { Icon } from '@adminjs/design-system';
import { useCurrentAdmin } from 'adminjs';
import React, { useState } from 'react';
import { keepPreference } from '../kit/request.js';
import { useClosingMenu } from '../kit/use-closing-menu.js';
import { useWords } from '../kit/words.js';
import { panel } from '../state.js';

const SCHEMES = ['system', 'light', 'dark'];

/** Who is logged in, how the panel looks and speaks, and the way out. */
export function AccountMenu() {
  const { say, language } = useWords();
  const [{ email, title }] = useCurrentAdmin();
  const menu = useClosingMenu();
  return (
    <details className="p-menu" ref={menu}>
      <summary>
        <Icon icon="User" size={18} />
        <span className="p-hidden">{say('shell.account')}</span>
        <span className="p-menu-name">{title || email}</span>
      </summary>
      <div className="p-menu-box">
        <p className="p-soft">{email}</p>
        <SchemeChoice />
        <label>
          {say('shell.language')}
          <select
            value={language}
            onChange={async ({ target }) => {
              await keepPreference({ language: target.value });
              window.location.reload();
            }}
          >
            {Object.entries(panel.languages).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <a href="/auth/account">{say('shell.ownAccount')}</a>
        <a href={window.REDUX_STATE.paths.logoutPath}>{say('shell.logOut')}</a>
      </div>
    </details>
  );
}

function SchemeChoice() {
  const { say } = useWords();
  const [scheme, setScheme] = useState(document.documentElement.dataset.scheme);
  const choose = (chosen) => {
    document.documentElement.dataset.scheme = chosen;
    setScheme(chosen);
    void keepPreference({ scheme: chosen });
  };
  return (
    <label>
      {say('shell.scheme')}
      <select value={scheme} onChange={({ target }) => choose(target.value)}>
        {SCHEMES.map((name) => (
          <option key={name} value={name}>
            {say(`shell.schemes.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
