import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GoldRow, turnsOf } from '../../core/evaluation/rows.ts';
import { taskOf } from '../../core/evaluation/tasks/index.ts';
import { OutcomeLabel } from '../../core/tasks/outcome.ts';
import { SentimentLabel } from '../../core/tasks/sentiment/result.ts';
import { normalise } from '../../core/text/fold.ts';
import { builtRows, GOLD_SOURCES } from '../../scripts/gold/build.ts';
import { DIALECTS } from '../../scripts/gold/call-source.ts';
import { readJsonLines } from '../../scripts/gold/json-lines.ts';
import { PII_KINDS } from '../../scripts/gold/kinds.ts';
import { DEFAULT_SETTINGS } from '../support/settings.ts';
import { calls, LANGUAGES, PARTS, rowsOf, rowsOfPart, summaries } from './own-rows.ts';

const TOPICS = DEFAULT_SETTINGS.taxonomy.topics.map(({ id }) => id);
const FOLDER = new URL('./', import.meta.url);

describe('the gold calls', () => {
  it.each(GOLD_SOURCES)('are made of their source: $lang', (part) => {
    expect(readFileSync(part.rows, 'utf8')).toBe(builtRows(part));
  });

  it('are ten in each part of each language, of 10 to 25 turns', () => {
    expect(calls).toHaveLength(40);
    for (const { turns } of calls) {
      expect(turns?.length).toBeGreaterThanOrEqual(10);
      expect(turns?.length).toBeLessThanOrEqual(25);
    }
  });

  it.each(['sentiment', 'outcome', 'topics', 'summary', 'redaction'] as const)(
    'can all be scored for %s',
    (name) => {
      const task = taskOf(name, new Map(), TOPICS);
      for (const row of calls) expect(() => task.truth(row) as unknown, row.id).not.toThrow();
    },
  );

  it('have every label in both languages', () => {
    for (const lang of LANGUAGES) {
      const labels = calls.filter((row) => row.lang === lang).map((row) => row.labels);
      const seen = (name: string): Set<unknown> => new Set(labels.flatMap((label) => label[name]));
      expect(seen('sentiment')).toEqual(new Set(SentimentLabel.options));
      expect(seen('outcome')).toEqual(new Set(OutcomeLabel.options));
      expect(seen('topics')).toEqual(new Set(TOPICS));
    }
  });
});

describe('the gold summaries', () => {
  it('are ten of each sentiment in each part of each language', () => {
    for (const lang of LANGUAGES) {
      for (const part of PARTS) {
        const labels = rowsOf(`summaries.${lang}.${part}.jsonl`).map(
          (row) => row.labels['sentiment'],
        );
        const counts = SentimentLabel.options.map(
          (label) => labels.filter((one) => one === label).length,
        );
        expect(counts, `${lang} ${part}`).toEqual([10, 10, 10]);
      }
    }
  });

  it('have every dialect in both parts', () => {
    for (const part of PARTS) {
      const dialects = rowsOf(`summaries.ar.${part}.jsonl`).map(({ dialect }) => dialect);
      expect(new Set(dialects)).toEqual(new Set(DIALECTS));
    }
  });
});

/** What would tell that two rows are one. */
const identities = (part: string): string[] =>
  [...rowsOfPart('calls', part), ...rowsOfPart('summaries', part)].flatMap((row) => {
    const texts = turnsOf(row).map(({ text }) => text);
    return [row.id, normalise(texts.join(' '))];
  });

describe('the parts', () => {
  it('share no row: neither an id nor a text', () => {
    const [tune, heldOut] = PARTS.map(identities) as [string[], string[]];
    expect(tune.filter((key) => heldOut.includes(key))).toEqual([]);
    expect(new Set([...tune, ...heldOut]).size).toBe(2 * (calls.length + summaries.length));
  });
});

describe('the guide', () => {
  const guide = readFileSync(new URL('GUIDE.md', FOLDER), 'utf8');

  it.each([
    ...SentimentLabel.options,
    ...OutcomeLabel.options,
    ...TOPICS,
    ...PII_KINDS,
    ...DIALECTS,
  ])('names %s', (label) => {
    expect(guide).toContain(`\`${label}\``);
  });
});

describe('licensed rows', () => {
  const folder = new URL('licensed/', FOLDER);
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const attribution = readFileSync(new URL('ATTRIBUTION.md', folder), 'utf8');

  it.each(files)('can be read and are attributed: %s', (file) => {
    const rows = readJsonLines(new URL(file, folder).pathname).map((row) => GoldRow.parse(row));
    expect(rows.length).toBeGreaterThan(0);
    expect(attribution).toContain(`\`${file}\``);
  });
});
