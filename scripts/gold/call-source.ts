import * as z from 'zod';
import type { Language } from '../../core/call.ts';
import { OutcomeLabel } from '../../core/tasks/outcome.ts';
import { SentimentLabel } from '../../core/tasks/sentiment/result.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { unmark } from './marks.ts';

export const DIALECTS = ['msa', 'gulf', 'egyptian', 'levantine', 'code-switched'] as const;

const TOPICS = loadSettings(DEFAULT_SETTINGS_FOLDER).taxonomy.topics.map(({ id }) => id);

const list = z.string().transform((text) => text.split(',').map((one) => one.trim()));

/** What an annotator says of a call above its turns. */
const Head = z.strictObject({
  domain: z.string(),
  dialect: z.enum(DIALECTS).optional(),
  sentiment: SentimentLabel,
  outcome: OutcomeLabel,
  topics: list.pipe(z.array(z.enum(TOPICS)).min(1)),
  summary: z.string().min(1),
});

const SPEAKERS = { A: 'agent', C: 'customer', U: 'unknown' } as const;

/**
 * The gold rows of a source file: calls that begin with `=== id`, a head of `field: value` lines, an
 * empty line, and turns as `A: ...` (agent), `C: ...` (customer) or `U: ...` (neither).
 * @throws SyntaxError naming the call
 */
export function callsIn(source: string, lang: Language): object[] {
  const [before, ...calls] = source.split(/^=== /m);
  if (before?.trim()) throw new SyntaxError('expected "=== id" at the start of the file');
  return calls.map((call) => {
    const [id = ''] = call.split('\n', 1);
    try {
      return callOf(id.trim(), call.slice(id.length), lang);
    } catch (error) {
      throw new SyntaxError(`${id}: ${(error as Error).message}`, { cause: error });
    }
  });
}

function callOf(id: string, source: string, lang: Language): object {
  const [head = '', ...body] = source.trim().split('\n\n');
  const { domain, dialect, summary, ...labels } = Head.parse(
    Object.fromEntries(head.split('\n').map(fieldOf)),
  );
  const lines = body.join('\n').split('\n').map(turnOf);
  return {
    id,
    lang,
    ...(dialect && { dialect }),
    domain,
    turns: lines.map(({ speaker, text }) => ({ speaker, text })),
    labels,
    references: [summary],
    pii: lines.flatMap(({ spans }, turn) => spans.map((span) => ({ turn, ...span }))),
  };
}

function fieldOf(line: string): [string, string] {
  const [, name, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) {
    throw new SyntaxError(`"${line}": expected "field: value"`);
  }
  return [name, value];
}

function turnOf(line: string): { speaker: string } & ReturnType<typeof unmark> {
  const [, letter, said] = /^([ACU]): (.+)$/.exec(line) ?? [];
  if (said === undefined) throw new SyntaxError(`"${line}": expected "A: ", "C: " or "U: "`);
  return { speaker: SPEAKERS[letter as keyof typeof SPEAKERS], ...unmark(said) };
}
