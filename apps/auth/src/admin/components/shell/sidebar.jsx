import { Icon } from '@adminjs/design-system';
import React from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { listOf, panelPath } from '../kit/paths.js';
import { useWords } from '../kit/words.js';
import { panel } from '../state.js';

/** The navigation: what one may open, by sections. On a telephone it lies beside the screen until the menu is opened. */
export function Sidebar({ isOpen }) {
  const { say } = useWords();
  const { branding, paths } = window.REDUX_STATE;
  return (
    <nav id="navigation" className={`p-sidebar${isOpen ? ' is-open' : ''}`} aria-label={say('shell.menu')}>
      <NavLink className="p-brand" to={paths.rootPath} end>
        <img src={`${paths.rootPath}/frontend/assets/icon.svg`} alt="" width="26" height="26" />
        {branding.companyName}
      </NavLink>
      <ul>
        <Item words="pages.home.title" icon="Home" href={paths.rootPath} end />
      </ul>
      {panel.navigation.map(({ name, items }) => (
        <section key={name} aria-labelledby={`section-${name}`}>
          <h2 id={`section-${name}`}>{say(`sections.${name}`)}</h2>
          <ul>
            {items.map((item) => (
              <Item key={item.href} {...item} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Item({ words, icon, href, end = false }) {
  const { say } = useWords();
  const { pathname } = useLocation();
  const list = listOf(pathname.split('/pages/')[1]);
  const isAbove = list !== undefined && href === panelPath(`/resources/${list}`);
  return (
    <li>
      <NavLink to={href} end={end} className={({ isActive }) => (isActive || isAbove ? 'active' : undefined)}>
        <Icon icon={icon} size={18} />
        {say(words)}
      </NavLink>
    </li>
  );
}
