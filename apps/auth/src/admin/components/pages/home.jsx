import { Icon } from '@adminjs/design-system';
import React from 'react';
import { Link } from 'react-router-dom';
import { panelPath } from '../kit/paths.js';
import { Page } from '../kit/page.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** One count with a link to what it counts. */
function Card({ name, icon, count, href }) {
  const { say, language } = useWords();
  return (
    <Link className="p-card p-card-link" to={panelPath(href)}>
      <span className="p-card-label">
        <Icon icon={icon} size={18} /> {say(`pages.home.cards.${name}.label`)}
      </span>
      <strong className="p-figure">{new Intl.NumberFormat(language).format(count)}</strong>
      <span className="p-soft">{say(`pages.home.cards.${name}.hint`)}</span>
    </Link>
  );
}

/** The first page: how much there is of everything, as far as one may see it. */
export function Home() {
  const reading = useReading('home', 'read');
  return (
    <Page name="home" reading={reading} testId="panel-dashboard">
      {({ cards }) => (
        <div className="p-grid">
          {cards.map((card) => (
            <Card key={card.name} {...card} />
          ))}
        </div>
      )}
    </Page>
  );
}
