import type { Speaker } from '../transcript.ts';
import { addresses } from './address/index.ts';
import { answersAlone } from './alone.ts';
import { birthDates } from './birth-date.ts';
import { cards } from './card.ts';
import { emails } from './email.ts';
import { ibans } from './iban.ts';
import { keyedCodes } from './keyed-codes.ts';
import { mask, maskWords, sourceSpans } from './mask.ts';
import { nameSpans, namesGiven, namesIn, namesWith } from './names/index.ts';
import { joinNames } from './names/join.ts';
import { nationalIds } from './national-id.ts';
import { numbers } from './number.ts';
import { passageOf, type Passage } from './passage.ts';
import { phones } from './phone.ts';
import { DEFAULT_REDACTION_POLICY, isMasked, type RedactionPolicy } from './policy.ts';
import { askedBefore, NOTHING_ASKED, type Asked } from './questions.ts';
import { repeatedIn, valuesOf } from './repeated.ts';
import { spellings } from './spelling.ts';
import { mergeOverlaps, type Detector, type Span } from './span.ts';
import { splitNumbers } from './split-number.ts';
import { writtenCodes } from './written-codes.ts';

/** What each detector finds stands by itself; names and repeated values need the whole call. */
const DETECTORS: readonly Detector[] = [
  emails,
  ibans,
  nationalIds,
  cards,
  birthDates,
  phones,
  keyedCodes,
  writtenCodes,
  addresses,
  spellings,
  numbers,
  answersAlone,
];

export interface SpokenTurn {
  readonly speaker: Speaker;
  readonly text: string;
}

/** Masks what is personal in one call. */
export interface Redactor {
  /** The text of a turn with a tag for every span that is masked. */
  turn(at: number): string;
  /** What is masked in a turn, as offsets of its text, in order and apart. */
  spans(at: number): readonly Span[];
  /** Words of a turn with their times: each that lies in a masked span becomes the span's tag. */
  words<Word extends { readonly text: string }>(at: number, words: readonly Word[]): Word[];
  /** Speech beside the turns, with a tag for every span that is masked. */
  text(text: string): string;
}

/**
 * A redactor that has read a call: who was asked for what, which names and numbers were given.
 * @param turns in the order they were said
 */
export function redactorFor(
  turns: readonly SpokenTurn[],
  policy: RedactionPolicy = DEFAULT_REDACTION_POLICY,
): Redactor {
  const heard = turns.map(({ speaker, text }) => ({ speaker, passage: passageOf(text) }));
  const asked = askedBefore(heard);
  const split = splitNumbers(heard);
  const introduced = heard.map(({ passage }, at) => namesIn(passage, asked[at] ?? NOTHING_ASKED));
  const firstGiven = namesGiven(introduced.flat());
  const named = heard.map(({ passage }, at) =>
    namesWith(passage, introduced[at] ?? [], firstGiven),
  );
  const given = namesGiven(named.flat());
  const alone = heard.map(({ passage }, at) => [
    ...found(passage, asked[at] ?? NOTHING_ASKED),
    ...(split.get(at) ?? []),
  ]);
  const values = valuesOf(heard.map(({ passage }, at) => ({ passage, spans: alone[at] ?? [] })));
  const masked = (passage: Passage, spans: readonly Span[]): Span[] =>
    sourceSpans(
      passage.folded,
      joinNames(passage, mergeOverlaps([...spans, ...repeatedIn(passage, values)])).filter(
        ({ kind }) => isMasked(kind, policy),
      ),
    );
  const spans = heard.map(({ passage }, at) =>
    masked(passage, [...(alone[at] ?? []), ...nameSpans(passage, named[at] ?? [], given)]),
  );
  const spansOf = (text: string, asking: Asked): Span[] => {
    const passage = passageOf(text);
    const names = nameSpans(passage, namesIn(passage, asking), given);
    return masked(passage, [...found(passage, asking), ...names]);
  };
  const textOf = (at: number): string => turns[at]?.text ?? '';
  return {
    turn: (at) => mask(textOf(at), spans[at] ?? []),
    spans: (at) => spans[at] ?? [],
    words: (at, words) =>
      maskWords(words, { text: textOf(at), spans: spans[at] ?? [] }, (text) =>
        spansOf(text, asked[at] ?? NOTHING_ASKED),
      ),
    text: (text) => mask(text, spansOf(text, NOTHING_ASKED)),
  };
}

function found(passage: Passage, asked: Asked): Span[] {
  return DETECTORS.flatMap((detect) => detect(passage, asked));
}
