import type { Language } from '../call.ts';
import type { AnswerRequestInput } from '../language-model.ts';
import type { Settings } from '../settings/settings.ts';
import type { Shown, ShownTurn } from '../tasks/shown.ts';
import type { LanguageModel } from './language-model.ts';
import { branchesFor, GAP, prefixOf } from './prompt.ts';
import type { TranscriptLine } from './transcript-lines.ts';
import { tokensOf, windowOf, type Counted } from './window.ts';

/** A call whose tokens are counted, and what is asked about it. */
export interface CountedCall {
  readonly language: Language;
  readonly lastTurn: number;
  readonly lines: readonly (TranscriptLine & Counted)[];
  readonly branches: AnswerRequestInput['branches'];
  /** Tokens that the model's context has for lines, beside all else. */
  readonly budget: number;
}

/** Lines that were counted by themselves may join into a few tokens more. */
const SEAM_TOKENS = 16;

/** Counts a call by the tokenizer of the model that will read it. */
export async function countCall(
  model: LanguageModel,
  lines: readonly TranscriptLine[],
  language: Language,
  settings: Settings,
): Promise<CountedCall> {
  const lastTurn = Math.max(...lines.map(({ turn }) => turn));
  const branches = branchesFor(settings, language, lastTurn);
  const texts = [prefixOf(language, GAP), ...branches.map(({ suffix }) => suffix)];
  const { counts, contextTokens } = await model.count([...texts, ...lines.map(({ text }) => text)]);
  const tokensAt = (at: number): number => counts[at] ?? 0;
  const longest = Math.max(
    ...branches.map((branch, at) => tokensAt(1 + at) + ('write' in branch ? branch.maxTokens : 1)),
  );
  return {
    language,
    lastTurn,
    branches,
    lines: lines.map((line, at) => ({ ...line, tokens: tokensAt(texts.length + at) })),
    budget: contextTokens - tokensAt(0) - longest - SEAM_TOKENS,
  };
}

/** A request, and what of the call it shows. */
export interface QuestionAbout {
  readonly shown: Shown;
  /** Of the lines in it. */
  readonly tokens: number;
  readonly request: AnswerRequestInput;
}

/** What is asked of a model that has this many tokens for the lines of a call. */
export function questionAbout(call: CountedCall, budget: number): QuestionAbout {
  const { language, lastTurn, lines, branches } = call;
  const { beginning, end } = windowOf(lines, budget);
  const inPrompt = [...beginning, ...end];
  const gap = inPrompt.length < lines.length ? [{ text: GAP }] : [];
  const text = [...beginning, ...gap, ...end].map((one) => one.text).join('');
  return {
    shown: { language, lastTurn, turns: turnsIn(inPrompt) },
    tokens: tokensOf(inPrompt),
    request: { prefix: prefixOf(language, text), branches },
  };
}

function turnsIn(lines: readonly TranscriptLine[]): Map<number, ShownTurn> {
  const turns = new Map<number, ShownTurn>();
  for (const { turn, speaker, words } of lines) {
    const before = turns.get(turn);
    turns.set(turn, { speaker, text: before === undefined ? words : `${before.text} ${words}` });
  }
  return turns;
}
