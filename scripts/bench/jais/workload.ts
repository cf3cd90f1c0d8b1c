import type { AnswerRequestInput, AnswerResponse } from '../../../core/language-model.ts';
import type { Tokenizer } from '../../../containers/jais/src/model/tokenizer.ts';

const SAID = [
  'customer: my internet is slow since the technician came and the bill is too high.',
  'agent: I am sorry to hear that, let me look at your account and the last invoice.',
  'العميل: أريد استرداد المبلغ لأن الخدمة لم تعمل منذ أسبوع.',
  'الموظف: آسف على ذلك، سوف أتحقق من حسابك الآن وأعيد لك المبلغ.',
  'customer: thank you, please also cancel the second contract from next month.',
  'agent: the refund of 45 is on its way, and the contract ends on the first.',
];

/** A transcript in both languages of exactly so many tokens; `call` makes each another one. */
export function transcriptOf(tokens: number, call: number, tokenizer: Tokenizer): string {
  let text = `Call ${call}.`;
  for (let line = call; tokenizer.tokensOf(text).length < tokens; line++) {
    text += `\n${SAID[line % SAID.length] ?? ''}`;
  }
  return tokenizer.textOf(tokenizer.tokensOf(text).slice(0, tokens)).replaceAll('\uFFFD', '');
}

/** A shorter one, counted in lines. */
export const transcriptOfLines = (lines: number, call: number): string =>
  [
    `Call ${call}.`,
    ...Array.from({ length: lines }, (_, at) => SAID[(call + at) % SAID.length]),
  ].join('\n');

/** Two labels and two texts, as an analysis asks for. */
export const FOUR_TASKS: AnswerRequestInput['branches'] = [
  {
    name: 'sentiment',
    suffix:
      '\n\nHow does the customer feel at the end of this call? Answer with one word: positive, negative or neutral. Sentiment: ',
    choose: ['positive', 'negative', 'neutral'],
  },
  {
    name: 'summary',
    suffix: '\n\nSum this call up in one sentence, in the language of the call. Summary: ',
    write: {
      type: 'object',
      properties: { text: { type: 'string', minLength: 60, maxLength: 80 } },
    },
    maxTokens: 260,
  },
  {
    name: 'outcome',
    suffix:
      '\n\nWas the issue of this call resolved, or is a follow up needed? Answer: resolved, follow up or unknown. Outcome: ',
    choose: ['resolved', 'follow up', 'unknown'],
  },
  {
    name: 'topics',
    suffix: '\n\nWhich topics does this call have? Topics: ',
    write: {
      type: 'array',
      minItems: 4,
      maxItems: 4,
      items: { enum: ['billing', 'refund', 'technician', 'contract', 'internet'] },
    },
    maxTokens: 60,
  },
];

export const requestOf = (
  prefix: string,
  branches: AnswerRequestInput['branches'] = FOUR_TASKS,
): AnswerRequestInput => ({ prefix, branches });

/** Leaves nothing of an earlier prompt in any of four sequences. */
export const EVICTION = requestOf(
  'Nothing else.',
  [1, 2, 3, 4].map((at) => ({ name: `x${at}`, suffix: ' Is it so?', choose: ['yes', 'no'] })),
);

/** Answers to the digits that do not depend on what is evaluated together. */
export const comparable = (answers: AnswerResponse['answers']): string =>
  JSON.stringify(answers, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(3)) : value,
  );

/** @throws Error when two ways of asking gave different answers */
export function expectSame(what: string, one: string, other: string): void {
  if (one !== other) throw new Error(`${what} answers differ:\n${one}\n${other}`);
}
