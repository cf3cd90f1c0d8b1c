import { tableMarkdown } from '../../cli/plan/markdown.ts';
import { MANAGED_SERVICES } from '../../core/plan/managed-services.ts';
import { PRICES } from '../../core/plan/prices.ts';

/** The whole table, with where each price is published. */
export function priceSection(): string {
  const own = Object.entries(PRICES).map(([name, { of, usd, per, source, asOf }]) => [
    `\`${name}\``,
    of,
    `$${plain(usd)} a ${per}`,
    `[${new URL(source).hostname}](${source})`,
    asOf,
  ]);
  const others = MANAGED_SERVICES.map(({ name, of, tiers, per, source, asOf }) => [
    name,
    of,
    tiers.map(({ fromMinutes, usd }) => tierText(fromMinutes, usd, per)).join(', '),
    `[${new URL(source).hostname}](${source})`,
    asOf,
  ]);
  const head = ['name', 'of', 'price', 'published at', 'read'];
  return [
    '## Prices',
    'Read from stored copies of these pages and from public repositories that quote them: look again before you promise a number. `sada plan --price NAME=USD` replaces one.',
    tableMarkdown(head, [...own, ...others]),
  ].join('\n\n');
}

const tierText = (fromMinutes: number, usd: number, per: string): string =>
  fromMinutes === 0
    ? `$${plain(usd)} a ${per}`
    : `$${plain(usd)} from ${fromMinutes.toLocaleString('en-US')}`;

/** Without an exponent. */
const plain = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: false });
