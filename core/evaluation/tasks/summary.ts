import * as z from 'zod';
import { bertScore, bestBertScore, type BertScore, type TextEncoder } from '../bertscore.ts';
import { evidenceCoverage, type CitedPoint } from '../evidence-coverage.ts';
import { answered, fieldOf } from '../labels.ts';
import { ratio, sumOf } from '../metric.ts';
import { bestOf, rouge, ROUGE_TYPES } from '../rouge/index.ts';
import { googleTokenizer, readsAlike, unicodeTokenizer, type Tokenizer } from '../rouge/tokens.ts';
import { BadRow, parseRow, type GoldRow, type IdentifiedRow } from '../rows.ts';
import { rawWords } from '../speech/words.ts';
import type { Tally } from '../tallies.ts';
import type { Task } from '../task.ts';

/** What a summary should say, and of what. */
export interface ReferenceSummaries {
  readonly references: readonly string[];
  /** The turns that are summarised; none when the set does not have them. */
  readonly turns: readonly string[];
}

export interface WrittenSummary {
  readonly text: string;
  /** Null when the system cites nothing. */
  readonly points: readonly CitedPoint[] | null;
  /** Where there is an encoder. */
  readonly bertScore?: BertScore;
}

const Referenced = z.looseObject({ references: z.array(z.string()) });
const Points = z.array(
  z.object({ text: z.string(), evidence: z.array(z.number().int().nonnegative()) }),
);

const UNICODE = 'unicode';
const BERTSCORES = ['bertscorePrecision', 'bertscoreRecall', 'bertscoreF1'] as const;
const HAS_ANSWERS = 'no row has a summary';
const NO_ENCODER = 'not available: no encoder';

/**
 * Summaries against references: ROUGE, length, and whether what they say can be read where they
 * point; BERTScore with an encoder, and no figure for it without.
 */
export function summaryTask(encoder: TextEncoder | null): Task<ReferenceSummaries, WrittenSummary> {
  const tokenizers = { google: googleTokenizer(), unicode: unicodeTokenizer() };
  return {
    name: 'summary',
    truth: truthOf,
    answer: answerOf,
    ...(encoder && { enrich: (truth, answer) => withBertScore(truth, answer, encoder) }),
    tally: (truth, answer) => ({
      rows: 1,
      ...rougeTally(truth, answer, tokenizers),
      ...lengthTally(truth, answer),
      ...bertScoreTally(answer),
    }),
    figures: (sums) => ({
      ...Object.fromEntries(ROUGE_TYPES.map((type) => [type, ratio(sums(type), sums('rows'))])),
      ...Object.fromEntries(
        ROUGE_TYPES.map(unicodeName).map((name) => [name, ratio(sums(name), sums('rows'))]),
      ),
      words: ratio(sums('words'), sums('answers')),
      lengthRatio: ratio(sums('words'), sums('referenceWords')),
      compressionRatio: ratio(sums('wordsOfSourced'), sums('sourceWords')),
      evidenceCoverage: ratio(sums('covered'), sums('citingWords')),
      ...Object.fromEntries(
        BERTSCORES.map((name) => [name, encoder && ratio(sums(name), sums('rows'))]),
      ),
    }),
    intervals: () => ({}),
    unmeasured: {
      words: HAS_ANSWERS,
      lengthRatio: HAS_ANSWERS,
      compressionRatio: 'no row has a summary and the text that it is of',
      evidenceCoverage: 'no summary has points that cite turns',
      ...Object.fromEntries(BERTSCORES.map((name) => [name, NO_ENCODER])),
    },
    details: () => ({
      notes: [
        "rouge*: F as Google's rouge_score (stemmed); it reads a to z and 0 to 9 alone: Arabic scores 0",
        'unicodeRouge*: the same over letters of every script; of several references the best counts',
        ...(encoder ? [`bertscore*: ${encoder.name}; no idf, no rescaling`] : []),
      ],
    }),
    errorColumns: ['rougeL', 'unicodeRougeL'],
    errors: (truth, answer) => {
      const scores = rougeTally(truth, answer, tokenizers);
      const [google = 0, unicode = 0] = [scores['rougeL'], scores[unicodeName('rougeL')]];
      return unicode === 1 ? [] : [[rounded(google), rounded(unicode)]];
    },
    isRight: () => null,
  };
}

function truthOf(row: GoldRow): ReferenceSummaries {
  const references = parseRow(Referenced, row).references.filter((text) => text.trim() !== '');
  if (references.length === 0) throw new BadRow('references: expected a reference, got empty ones');
  const turns = row.turns?.map(({ text }) => text) ?? (row.text ? [row.text] : []);
  return { references, turns };
}

/** The `text` of a row, or the summary of an analysis. */
function answerOf(row: IdentifiedRow): WrittenSummary | null {
  const summary = answered(row, 'summary');
  const text = [summary, fieldOf(summary, 'text'), row['text']].find(
    (text) => typeof text === 'string',
  );
  const points = Points.safeParse(row['points'] ?? fieldOf(summary, 'points'));
  if (typeof text !== 'string') return null;
  return { text, points: points.success ? points.data : null };
}

const unicodeName = (type: string): string => `${UNICODE}R${type.slice(1)}`;

function rougeTally(
  { references }: ReferenceSummaries,
  answer: WrittenSummary | null,
  { google, unicode }: Readonly<Record<'google' | 'unicode', Tokenizer>>,
): Tally {
  if (answer === null) return {};
  const best = (tokens: Tokenizer): ReturnType<typeof bestOf> =>
    bestOf(references.map((text) => rouge(text, answer.text, tokens)));
  const latin = best(google);
  const every = [answer.text, ...references].every(readsAlike) ? latin : best(unicode);
  return {
    ...latin,
    ...Object.fromEntries(ROUGE_TYPES.map((type) => [unicodeName(type), every[type]])),
  };
}

function lengthTally(
  { references, turns }: ReferenceSummaries,
  answer: WrittenSummary | null,
): Tally {
  if (answer === null) return {};
  const words = wordCount(answer.text);
  const coverage = evidenceCoverage(answer.points ?? [], turns);
  return {
    answers: 1,
    words,
    referenceWords: sumOf(references.map(wordCount)) / references.length,
    wordsOfSourced: turns.length > 0 ? words : 0,
    sourceWords: sumOf(turns.map(wordCount)),
    covered: coverage.covered,
    citingWords: coverage.words,
  };
}

async function withBertScore(
  { references }: ReferenceSummaries,
  answer: WrittenSummary,
  encoder: TextEncoder,
): Promise<WrittenSummary> {
  const candidate = await encoder.encode(answer.text);
  const scores: BertScore[] = [];
  for (const text of references) scores.push(bertScore(candidate, await encoder.encode(text)));
  return { ...answer, bertScore: bestBertScore(scores) };
}

function bertScoreTally(answer: WrittenSummary | null): Tally {
  if (!answer?.bertScore) return {};
  const { precision, recall, f1 } = answer.bertScore;
  return { bertscorePrecision: precision, bertscoreRecall: recall, bertscoreF1: f1 };
}

const wordCount = (text: string): number => rawWords(text).length;
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
