import { formsOf } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';
import { isCommonWord } from '../text/words/index.ts';
import { answeredIn, introducedIn } from './introductions.ts';
import { ADDRESSES } from './name-cues.ts';
import { isCapitalised, type Passage } from './passage.ts';
import type { Detector, Span } from './span.ts';

/** How many turns after the question an answer with a name may come. */
const ANSWER_WITHIN = 2;

/**
 * Names given anywhere in a call, in what order the passages were said. Most mentions of a name
 * stand far from where it was introduced: without the whole call 9 of 468 were found.
 */
export function namesGiven(passages: readonly Passage[]): ReadonlySet<string> {
  const introduced = passages.flatMap(introducedIn);
  const answered = passages.flatMap((question, at) =>
    passages
      .slice(at + 1, at + 1 + ANSWER_WITHIN)
      .flatMap((answer) => answeredIn(question, answer)),
  );
  return new Set([...introduced, ...answered].map(({ text }) => withoutGenitive(text)));
}

/** Names where they are introduced, and every mention of names given elsewhere in the call. */
export function namesWith(given: ReadonlySet<string>): Detector {
  return (passage) => {
    const introduced = new Set(introducedIn(passage));
    return passage.tokens
      .filter((token, at) => introduced.has(token) || isMention(passage, token, at, given))
      .reduce<Span[]>((spans, token) => joinName(passage, spans, token), []);
  };
}

/** "Sarah Al-Amin" is one name, so one tag. */
function joinName({ folded }: Passage, spans: Span[], { start, end }: Token): Span[] {
  const last = spans.at(-1);
  if (last === undefined || !/^[ -]?$/.test(folded.text.slice(last.end, start))) {
    return [...spans, { start, end, kind: 'NAME' }];
  }
  return [...spans.slice(0, -1), { start: last.start, end, kind: 'NAME' }];
}

function isMention(
  passage: Passage,
  token: Token,
  at: number,
  given: ReadonlySet<string>,
): boolean {
  const name = formsOf(withoutGenitive(token.text)).find((form) => given.has(form));
  if (name === undefined) return false;
  return !isCommonWord(name) || isAddressed(passage, token, at);
}

/** "will" and "grace" are names only where somebody is spoken to, or with a capital inside a sentence. */
function isAddressed(passage: Passage, token: Token, at: number): boolean {
  const previous = passage.tokens[at - 1]?.text ?? '';
  const thanked = previous === 'you' && passage.tokens[at - 2]?.text === 'thank';
  if (ADDRESSES.has(previous) || thanked) return true;
  const inside = at > 0 && !/[.!?]\s*$/.test(passage.folded.text.slice(0, token.start));
  return passage.cased && inside && isCapitalised(passage, token);
}

function withoutGenitive(name: string): string {
  return name.replace(/'s?$/, '');
}
