import { useEffect, useRef } from 'react';

/** For a `details` that is a menu: closes it by Escape, and when something outside of it is used. */
export function useClosingMenu() {
  const menu = useRef(null);
  useEffect(() => {
    const close = (event) => {
      if (!menu.current?.open) return;
      const isOutside = !menu.current.contains(event.target);
      if (event.type === 'keydown' ? event.key === 'Escape' : isOutside) menu.current.open = false;
    };
    const events = ['keydown', 'pointerdown', 'focusin'];
    for (const name of events) document.addEventListener(name, close);
    return () => {
      for (const name of events) document.removeEventListener(name, close);
    };
  }, []);
  return menu;
}
