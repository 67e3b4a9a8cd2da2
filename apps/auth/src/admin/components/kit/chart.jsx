import React, { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWords } from './words.js';

const HEIGHT = 200;
const COLORS = ['--accent', '--bad', '--good', '--warn'];

/** The colour that a variable has now: a canvas cannot read variables itself. */
function colorOf(element, name) {
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.removeProperty('color');
  return color;
}

function optionsFor(element, labels, language) {
  const ink = colorOf(element, '--ink-soft');
  const line = colorOf(element, '--line');
  const axis = {
    stroke: ink,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
    font: '12px Inter Variable',
  };
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    width: element.clientWidth,
    height: HEIGHT,
    scales: { y: { range: (_, __, max) => [0, Math.max(4, max)] } },
    axes: [
      { ...axis, values: (_, times) => times.map((time) => day.format(time * 1000)), space: 70 },
      { ...axis, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? tick : '')), size: 40 },
    ],
    series: [
      {},
      ...labels.map((label, index) => ({
        label,
        width: 2,
        stroke: colorOf(element, COLORS[index]),
        points: { show: false },
      })),
    ],
    legend: { show: false },
    cursor: { show: false },
  };
}

/**
 * Lines over days, each `{ name, values }`. The same stands in a table, for those who cannot see the picture and for
 * the exact numbers.
 */
export function DayChart({ label, days, lines, tableLabel, dayLabel }) {
  const { language } = useWords();
  const box = useRef(null);
  useEffect(() => {
    const element = box.current;
    const times = days.map((day) => Date.parse(day) / 1000);
    let chart;
    const draw = () => {
      chart?.destroy();
      const names = lines.map(({ name }) => name);
      const data = [times, ...lines.map(({ values }) => values)];
      chart = new uPlot(optionsFor(element, names, language), data, element);
    };
    const resize = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    const scheme = new MutationObserver(draw);
    const device = window.matchMedia('(prefers-color-scheme: dark)');
    draw();
    resize.observe(element);
    scheme.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
    device.addEventListener('change', draw);
    return () => {
      resize.disconnect();
      scheme.disconnect();
      device.removeEventListener('change', draw);
      chart.destroy();
    };
  }, [days, lines, language]);
  return (
    <figure className="p-chart">
      <ul className="p-legend" aria-hidden="true">
        {lines.map(({ name }, index) => (
          <li key={name}>
            <i style={{ background: `var(${COLORS[index]})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div ref={box} role="img" aria-label={label} />
      <details>
        <summary>{tableLabel}</summary>
        <DayTable label={label} dayLabel={dayLabel} days={days} lines={lines} />
      </details>
    </figure>
  );
}

function DayTable({ label, dayLabel, days, lines }) {
  return (
    <div className="p-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="p-table">
        <thead>
          <tr>
            <th scope="col">{dayLabel}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {lines.map(({ name, values }) => (
                <td key={name}>{values[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
