import type { Language } from '../call.ts';
import { AnalysisFailed, PromptTooLong } from '../errors.ts';
import type { Shown } from '../tasks/shown.ts';
import { ask, type Answered } from './ask.ts';
import type { LanguageModel } from './language-model.ts';
import { shownIn, type Line } from './lines.ts';
import { branchesOf, prefixOf, type Fence, type Questions } from './prompt.ts';
import { tokensOf, windowsOf, type Counted } from './windows.ts';

/** Lines, and what is asked about each window of them. */
export interface Subject {
  readonly language: Language;
  readonly fence: Fence;
  readonly lines: readonly Line[];
  readonly questions: (shown: Shown) => Questions;
}

/** What a model was shown in one window, and answered. */
export interface Read extends Answered {
  readonly shown: Shown;
}

/** The endpoint finds a window too long. */
class WindowTooLong extends Error {
  override readonly cause: PromptTooLong;
  readonly tokensThatFit: number;

  constructor(tokens: number, cause: PromptTooLong) {
    super(cause.message, { cause });
    this.cause = cause;
    this.tokensThatFit = tokens - cause.tokensOver;
  }
}

/** Lines that were counted by themselves may join into a few tokens more. */
const SEAM_TOKENS = 16;
/** The count is exact, but the model behind an endpoint may change between it and a question. */
const TIMES_SHORTENED = 2;

/**
 * All lines, read in as many windows as the model's context makes of them. Windows are made anew,
 * smaller, when the endpoint finds one too long.
 * @throws AnalysisFailed when not one line fits; PromptTooLong, ModelBusy, ModelHasNoCapacity
 */
export async function readAll(model: LanguageModel, subject: Subject): Promise<Read[]> {
  const counted = await count(model, subject);
  let { budget } = counted;
  for (let shortened = 0; ; shortened++) {
    try {
      return await readWindows(model, subject, windowsWithin(counted.lines, budget));
    } catch (error) {
      if (!(error instanceof WindowTooLong)) throw error;
      if (shortened === TIMES_SHORTENED) throw error.cause;
      budget = error.tokensThatFit;
    }
  }
}

async function readWindows(
  model: LanguageModel,
  { language, fence, questions }: Subject,
  windows: readonly (Line & Counted)[][],
): Promise<Read[]> {
  const read: Read[] = [];
  for (const [at, lines] of windows.entries()) {
    const shown = whatIsShown(language, lines);
    const place = { part: at + 1, parts: windows.length };
    const text = lines.map(({ written }) => written).join('');
    const prefix = prefixOf(language, fence, text, place);
    const branches = branchesOf(questions(shown), shown);
    const answered = await ask(model, prefix, branches).catch((error: unknown) => {
      throw error instanceof PromptTooLong ? new WindowTooLong(tokensOf(lines), error) : error;
    });
    read.push({ shown, ...answered });
  }
  return read;
}

function windowsWithin<L extends Counted>(lines: readonly L[], budget: number): L[][] {
  const longest = lines.reduce((most, { tokens }) => Math.max(most, tokens), 0);
  if (longest <= budget) return windowsOf(lines, budget);
  throw new AnalysisFailed(`the model's context leaves ${budget} tokens for lines of ${longest}`);
}

/** Lines by the tokenizer of the model that will read them, and what its context has for them. */
async function count(
  model: LanguageModel,
  { language, fence, lines, questions }: Subject,
): Promise<{ lines: (Line & Counted)[]; budget: number }> {
  const shown = whatIsShown(language, lines);
  const branches = branchesOf(questions(shown), shown);
  const texts = [prefixOf(language, fence), ...branches.map(({ suffix }) => suffix)];
  const { counts, contextTokens } = await model.count([
    ...texts,
    ...lines.map(({ written }) => written),
  ]);
  const tokensAt = (at: number): number => counts[at] ?? 0;
  const longest = Math.max(
    ...branches.map((branch, at) => tokensAt(1 + at) + ('write' in branch ? branch.maxTokens : 1)),
  );
  return {
    lines: lines.map((line, at) => ({ ...line, tokens: tokensAt(texts.length + at) })),
    budget: contextTokens - tokensAt(0) - longest - SEAM_TOKENS,
  };
}

const whatIsShown = (language: Language, lines: readonly Line[]): Shown => ({
  language,
  turns: shownIn(lines),
});
