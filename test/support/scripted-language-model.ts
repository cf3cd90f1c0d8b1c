import type { LanguageModel } from '../../core/language-model-analyser/language-model.ts';
import type { Answer, AnswerRequestInput } from '../../core/language-model.ts';

export const MODEL = { name: 'jais-test', sha256: 'abc', contextTokens: 2048 };

/** A token for every four characters. */
export const tokensIn = (text: string): number => Math.ceil(text.length / 4);

/** A request as scripts ask about it. */
export interface Asking extends AnswerRequestInput {
  /** All of it and no more. */
  readonly request: AnswerRequestInput;
  /** Of this request among all, from 0. */
  readonly at: number;
  /** The lines that it shows, by their number, as they are written. */
  readonly lines: ReadonlyMap<number, string>;
  /** Whether it shows notes on a call and not its transcript. */
  readonly isNotes: boolean;
}

export type Script = (asking: Asking) => Readonly<Record<string, Answer>>;

/** A model in this process that answers by a script, which may throw, and keeps what it is asked. */
export function scriptedModel(script: Script, contextTokens = MODEL.contextTokens) {
  const asked: Asking[] = [];
  const counted: string[] = [];
  const model: LanguageModel = {
    identity: 'scripted',
    async count(texts) {
      counted.push(...texts);
      return { counts: texts.map(tokensIn), contextTokens };
    },
    async answer(request) {
      const asking = {
        ...request,
        request,
        at: asked.length,
        lines: linesIn(request.prefix),
        isNotes: request.prefix.includes('\n<notes>\n'),
      };
      asked.push(asking);
      const answers = script(asking);
      const names = request.branches.map(({ name }) => name);
      const usage = { promptTokens: 1, cachedTokens: 0, completionTokens: 1 };
      return {
        answers: Object.fromEntries(
          names.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
        ),
        usage,
        model: { ...MODEL, contextTokens },
      };
    },
  };
  return { model, asked, counted };
}

/** Of a request, whatever its longest branch takes: prefix, suffix and answer. */
export function tokensOfRequest({ prefix, branches }: AnswerRequestInput): number {
  const longest = branches.map(
    (branch) => tokensIn(branch.suffix) + ('write' in branch ? branch.maxTokens : 1),
  );
  return tokensIn(prefix) + Math.max(...longest);
}

function linesIn(prefix: string): Map<number, string> {
  const lines = new Map<number, string>();
  for (const [, number, text = ''] of prefix.matchAll(/^\[(\d+)\] (.*)$/gm)) {
    const before = lines.get(Number(number));
    lines.set(Number(number), before === undefined ? text : `${before} ${text}`);
  }
  return lines;
}
