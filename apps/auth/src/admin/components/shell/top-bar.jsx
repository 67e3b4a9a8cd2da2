import React from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { AccountMenu } from './account-menu.jsx';
import { SearchBox } from './search-box.jsx';

/** The bar above each page. */
export function TopBar({ isMenuOpen, onMenu }) {
  const { say } = useWords();
  return (
    <header className="p-top">
      <Button
        kind="quiet"
        icon="Menu"
        label={say('shell.openMenu')}
        aria-expanded={isMenuOpen}
        aria-controls="navigation"
        onClick={onMenu}
      />
      <SearchBox />
      <AccountMenu />
    </header>
  );
}
