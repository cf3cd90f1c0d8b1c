import type { Token } from 'node-llama-cpp';
import type {
  AnswerRequest,
  BranchError,
  ChooseBranch,
  WriteBranch,
} from '../../../../core/language-model.ts';
import { BranchFailed } from '../branch/branch-failed.ts';
import { trieOf, type TrieNode } from '../branch/label-trie.ts';
import { RequestRefused } from '../http/refusal.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { floorOf } from '../write/floor.ts';
import type { Plan } from '../write/plan.ts';
import { planOf } from '../write/schema.ts';

/** A branch as tokens. */
export type Question = Choice | Writing;

interface Asked {
  name: string;
  suffix: readonly Token[];
  /** Tokens that its answer takes at the most. */
  longest: number;
}

export interface Choice extends Asked {
  kind: 'choose';
  /** Each label's tokens, together its way through the trie. */
  labels: readonly (readonly Token[])[];
  trie: TrieNode;
}

export interface Writing extends Asked {
  kind: 'write';
  plan: Plan;
}

export interface Questions {
  questions: Question[];
  /** By branch, why it can't be asked. */
  failures: (readonly [name: string, answer: BranchError])[];
}

/** All branches that can be asked, and those that can't. */
export function readQuestions(
  { branches }: AnswerRequest,
  tokenizer: Tokenizer,
  room: number,
): Questions {
  const read: Questions = { questions: [], failures: [] };
  for (const branch of branches) {
    try {
      read.questions.push(questionOf(branch, tokenizer, room));
    } catch (error) {
      if (!(error instanceof BranchFailed)) throw error;
      read.failures.push([branch.name, error.answer]);
    }
  }
  return read;
}

/**
 * A branch, checked against the context that is left for it.
 * @param room tokens that the prefix leaves
 * @throws BranchFailed PROMPT_TOO_LONG, SCHEMA_UNSUPPORTED, MAX_TOKENS_TOO_LOW
 */
function questionOf(
  branch: AnswerRequest['branches'][number],
  tokenizer: Tokenizer,
  room: number,
): Question {
  const question = 'choose' in branch ? choice(branch, tokenizer) : writing(branch, tokenizer);
  const over = question.suffix.length + question.longest - room;
  if (over <= 0) return question;
  const what = 'Prefix, suffix and answer are';
  throw new BranchFailed('PROMPT_TOO_LONG', `${what} ${over} tokens over the context.`, over);
}

/** A word begins with its space in most vocabularies, so that space belongs to the label. */
function choice({ name, suffix, choose }: ChooseBranch, tokenizer: Tokenizer): Choice {
  const asked = suffix.trimEnd();
  const space = suffix.slice(asked.length);
  const tokens = new Map(choose.map((label) => [label, tokenizer.tokensOf(space + label)]));
  const labels = [...tokens.values()];
  return {
    kind: 'choose',
    name,
    suffix: tokenizer.tokensOf(asked),
    trie: trieOf(choose, (label) => tokens.get(label) ?? []),
    labels,
    longest: Math.max(...labels.map(({ length }) => length)),
  };
}

function writing({ name, suffix, write, maxTokens }: WriteBranch, tokenizer: Tokenizer): Writing {
  const plan = planOf(write);
  const over = floorOf(plan, (text) => tokenizer.tokensOf(text).length) - maxTokens;
  if (over > 0) {
    const message = `The shortest answer may need ${over} tokens more than maxTokens.`;
    throw new BranchFailed('MAX_TOKENS_TOO_LOW', message, over);
  }
  const tokens = tokenizer.tokensOf(suffix);
  return { kind: 'write', name, suffix: tokens, plan, longest: maxTokens };
}

/**
 * The prefix as tokens.
 * @throws RequestRefused PROMPT_TOO_LONG when it leaves no room for a question and an answer
 */
export function prefixOf(prefix: string, tokenizer: Tokenizer, capacity: number): Token[] {
  const tokens = [...tokenizer.start, ...tokenizer.tokensOf(prefix)];
  const over = tokens.length + 2 - capacity;
  if (over <= 0) return tokens;
  const message = `The prefix is ${over} tokens over the context.`;
  throw new RequestRefused('PROMPT_TOO_LONG', message, over);
}
