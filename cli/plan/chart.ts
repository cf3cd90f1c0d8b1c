import { Temporal } from 'temporal-polyfill';
import type { PlanDocument } from '../../core/plan/document.ts';
import type { HourOfPlan } from '../../core/plan/hourly-series.ts';
import { headline } from './text.ts';

const WIDTH = 960;
const PANEL = { left: 60, width: 880, height: 110, gap: 46, top: 60 };
const DAY_HOURS = 24;

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly valueOf: (hour: HourOfPlan) => number;
}

const PANELS: readonly (readonly Line[])[] = [
  [{ name: 'calls an hour', colour: '#5b6b7b', valueOf: ({ calls }) => calls }],
  [
    { name: 'Whisper workers', colour: '#0b7a75', valueOf: ({ workers }) => workers },
    { name: 'JAIS copies', colour: '#b5532a', valueOf: ({ copies }) => copies },
  ],
  [{ name: 'calls waiting', colour: '#8a3ffc', valueOf: ({ waiting }) => waiting }],
];

/** Calls, machines and waiting calls over the week of the expected row, as SVG. */
export function planChart(plan: PlanDocument): string {
  const height = PANEL.top + PANELS.length * (PANEL.height + PANEL.gap);
  const panels = PANELS.map((lines, at) => panel(lines, plan.hours, at));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    text(PANEL.left, 24, headline(plan), '#111', 15),
    ...panels,
    ...dates(plan, height - PANEL.gap + 18),
    '</svg>\n',
  ].join('\n');
}

/** Month and day, where each day begins. */
function dates({ week, hours }: PlanDocument, y: number): string[] {
  const first = Temporal.PlainDate.from(week.date);
  return days(hours.length)
    .slice(0, -1)
    .map((x, day) => text(x + 4, y, first.add({ days: day }).toString().slice(5), '#555', 11));
}

function panel(lines: readonly Line[], hours: readonly HourOfPlan[], index: number): string {
  const top = PANEL.top + index * (PANEL.height + PANEL.gap);
  const bottom = top + PANEL.height;
  const most = Math.max(1, ...lines.flatMap(({ valueOf }) => hours.map(valueOf)));
  const legend = lines.map(({ name, colour }, at) =>
    text(PANEL.left + at * 150, top - 8, name, colour),
  );
  return [
    ...days(hours.length).map((x) => rule(x, top, x, bottom, '#e5e5e5')),
    rule(PANEL.left, bottom, PANEL.left + PANEL.width, bottom, '#999'),
    text(PANEL.left - 8, top + 10, label(most), '#555', 11, 'end'),
    text(PANEL.left - 8, bottom, '0', '#555', 11, 'end'),
    ...legend,
    ...lines.map((line) => steps(line, hours, { bottom, most })),
  ].join('\n');
}

/** A value holds for its hour. */
function steps(
  { valueOf, colour }: Line,
  hours: readonly HourOfPlan[],
  { bottom, most }: { bottom: number; most: number },
): string {
  const width = PANEL.width / hours.length;
  const points = hours.flatMap((hour, at) => {
    const y = (bottom - (valueOf(hour) / most) * PANEL.height).toFixed(1);
    const x = PANEL.left + at * width;
    return [`${x.toFixed(1)},${y}`, `${(x + width).toFixed(1)},${y}`];
  });
  return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.join(' ')}"/>`;
}

const days = (hours: number): number[] =>
  Array.from(
    { length: Math.floor(hours / DAY_HOURS) + 1 },
    (_, day) => PANEL.left + (day * DAY_HOURS * PANEL.width) / hours,
  );

const label = (value: number): string => Math.round(value).toLocaleString('en-US');

const rule = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1}" x2="${x2.toFixed(1)}" y2="${y2}" stroke="${colour}"/>`;

const text = (
  x: number,
  y: number,
  words: string,
  colour: string,
  size = 12,
  anchor = 'start',
): string =>
  `<text x="${x}" y="${y}" fill="${colour}" font-size="${size}" text-anchor="${anchor}">${escaped(words)}</text>`;

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
