import { Icon } from '@adminjs/design-system';
import React, { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { UnsearchedKinds } from '../kit/hidden.jsx';
import { panelPath } from '../kit/paths.js';
import { readPage } from '../kit/request.js';
import { useWords } from '../kit/words.js';

const PAUSE_MS = 200;
const LIST = 'search-results';
const NOTHING = { found: [], closed: [] };

/** What was found for a text, once somebody stopped typing. */
function useFound(text) {
  const [found, setFound] = useState();
  useEffect(() => {
    setFound(undefined);
    if (text.trim() === '') return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      readPage('search', 'read', { text: text.trim() }, { signal: controller.signal }).then(setFound, () =>
        setFound(undefined),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return found;
}

/** One box for everything: the arrows choose, Enter opens, Escape closes (the combobox of the ARIA practices). */
export function SearchBox() {
  const { say } = useWords();
  const navigate = useNavigate();
  const location = useLocation();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useFound(text);
  const items = (found?.found ?? []).flatMap((kind) => kind.items);
  const isShown = isOpen && found !== undefined;
  useEffect(() => setOpen(false), [location]);
  useEffect(() => setActive(-1), [found]);

  const keys = {
    ArrowDown: () => setActive((place) => Math.min(place + 1, items.length - 1)),
    ArrowUp: () => setActive((place) => Math.max(place - 1, -1)),
    Escape: () => setOpen(false),
  };
  const onKeyDown = (event) => {
    if (keys[event.key] === undefined) return;
    event.preventDefault();
    keys[event.key]();
  };
  const onSubmit = (event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    navigate(panelPath(items[active]?.href ?? '/pages/search', items[active] ? {} : { text: text.trim() }));
    setOpen(false);
  };

  return (
    <form className="p-search" role="search" onSubmit={onSubmit} onBlur={() => setOpen(false)}>
      <Icon icon="Search" size={16} />
      <input
        type="search"
        role="combobox"
        aria-label={say('pages.search.title')}
        placeholder={say('pages.search.prompt')}
        aria-expanded={isShown}
        aria-controls={LIST}
        aria-activedescendant={active < 0 ? undefined : `${LIST}-${active}`}
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <Found {...(isShown ? found : NOTHING)} text={text} isShown={isShown} active={items[active]} />
    </form>
  );
}

function Found({ found: list, closed, text, isShown, active }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const places = new Map(list.flatMap(({ items }) => items).map((item, place) => [item, place]));
  return (
    <div className="p-found" hidden={!isShown} onMouseDown={(event) => event.preventDefault()}>
      {list.length === 0 && <p role="status">{say('pages.search.nothing', { text })}</p>}
      <div id={LIST} role="listbox" aria-label={say('pages.search.title')}>
        {list.map(({ kind, items }) => (
          <div key={kind} role="group" aria-label={say(`resources.${kind}.actions.list`)}>
            <p aria-hidden="true">{say(`resources.${kind}.actions.list`)}</p>
            {items.map((item) => (
              <div
                key={item.id}
                id={`${LIST}-${places.get(item)}`}
                role="option"
                aria-selected={item === active}
                onClick={() => navigate(panelPath(item.href))}
              >
                {item.label} <span className="p-soft">{item.hint}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <UnsearchedKinds kinds={closed} />
    </div>
  );
}
