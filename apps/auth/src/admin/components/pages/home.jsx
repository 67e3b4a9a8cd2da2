import { Icon } from '@adminjs/design-system';
import React, { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { DayChart } from '../kit/chart.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** The first page: how much there is, what happened lately, and what needs attention, as far as one may see it. */
export function Home() {
  const reading = useReading('home', 'read');
  return (
    <Page name="home" reading={reading} testId="panel-dashboard">
      {({ days, cards, charts, attention, steps }) => (
        <div className="p-stack">
          {steps.length > 0 && <Steps steps={steps} />}
          <div className="p-grid">
            {cards.map((card) => (
              <Card key={card.name} {...card} />
            ))}
          </div>
          {attention.length > 0 && <Attention kinds={attention} />}
          <div className="p-columns">
            {charts.map((chart) => (
              <Chart key={chart.name} days={days} {...chart} />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
}

/** What comes first where there is nobody else yet. */
function Steps({ steps }) {
  const { say } = useWords();
  return (
    <section className="p-card" aria-labelledby="steps">
      <h2 id="steps">{say('pages.home.steps.title')}</h2>
      <p className="p-soft">{say('pages.home.steps.hint')}</p>
      <ul className="p-lines">
        {steps.map(({ name, href }) => (
          <li key={name}>
            <Link to={panelPath(href)}>{say(`pages.home.steps.${name}.label`)}</Link>
            <span className="p-soft">{say(`pages.home.steps.${name}.hint`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

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

function Attention({ kinds }) {
  const { say } = useWords();
  const pressing = kinds.filter(({ count }) => count > 0);
  return (
    <section className="p-card" aria-labelledby="attention">
      <h2 id="attention">{say('pages.home.attention')}</h2>
      {pressing.length === 0 && <p className="p-soft">{say('pages.home.allWell')}</p>}
      <ul className="p-lines">
        {pressing.map(({ kind, count, isMore }) => (
          <li key={kind}>
            <Link to={panelPath('/pages/attention', { kind })}>{say(`pages.attention.kinds.${kind}`)}</Link>
            {/* It is set or not: a number would say nothing. */}
            {kind !== 'mailServer' && <strong>{isMore ? say('pages.home.more', { count }) : count}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Chart({ name, href, days, series }) {
  const { say } = useWords();
  const lines = useMemo(
    () => Object.entries(series).map(([key, values]) => ({ name: say(`pages.home.series.${key}`), values })),
    [series, say],
  );
  return (
    <section className="p-card" aria-labelledby={`chart-${name}`}>
      <h2 id={`chart-${name}`}>
        <Link to={panelPath(href)}>{say(`pages.home.charts.${name}`)}</Link>
      </h2>
      <DayChart
        label={say(`pages.home.charts.${name}`)}
        days={days}
        lines={lines}
        tableLabel={say('pages.home.asTable')}
        dayLabel={say('pages.home.day')}
      />
    </section>
  );
}
