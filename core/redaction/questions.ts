import { PhraseIndex, type PhraseHit } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';
import type { Speaker } from '../transcript.ts';
import { isNoSecret } from './id-cues.ts';
import { NAME_OF_A_THING } from './names/cues.ts';
import type { Passage } from './passage.ts';
import { QUESTION_CUES, REQUESTS, type Askable } from './question-cues.ts';

/** What was asked for just before a turn. */
export type Asked = ReadonlySet<Askable | 'ANYTHING' | 'READ_BACK'>;
export const NOTHING_ASKED: Asked = new Set();
/** A date of birth that was just answered is said again. */
const READ_BACK: Asked = new Set(['READ_BACK'] as const);
/** A turn without its call may answer any question. */
const ANYTHING: Asked = new Set(['ANYTHING'] as const);

const cues = new PhraseIndex<Askable>(
  Object.entries(QUESTION_CUES).flatMap(([askable, phrases]) =>
    phrases.map((phrase) => [phrase, askable as Askable] as const),
  ),
);
const requests = new PhraseIndex(REQUESTS.map((phrase) => [phrase, true]));
/** These are also talked about: only a request for them is a question. */
const NEED_A_REQUEST: ReadonlySet<Askable> = new Set(['NAME', 'ADDRESS']);
/** "Date of birth?" needs no verb. */
const LONGEST_BARE_QUESTION = 6;
/** An answer may wait behind "sure, one second" and "take your time". */
const REACH = 6;
const LONGEST_DELAY = 8;
const DELAYS = wordSet(`
  second sec seconds moment minute minutes hold wait hang let find look check here sure yes yeah okay ok sorry
  لحظة لحظه ثواني ثانية دقيقة استنى انتظر خليني شوي ثوان طيب تمام ايوه نعم حاضر اوكي
`);

const CONSENT = wordSet(`
  yes please yeah sure of course if you would go ahead that that'd would be great ok okay thanks right uh huh mhm do
  نعم ايوه أيوه اي إي لو سمحت سمحتي اكيد أكيد تفضل تفضلي اتفضل طبعا ياريت من فضلك يا ريت
`);

interface HeardTurn {
  readonly speaker: Speaker;
  readonly passage: Passage;
}

/** For each turn what was asked for just before it, by the other side or with its consent. */
export function askedBefore(turns: readonly HeardTurn[]): Asked[] {
  if (turns.length === 1) return [ANYTHING];
  const asks = turns.map(({ passage }) => askedIn(passage));
  const heard = turns.map(({ speaker }, at) => {
    const asked = new Set<Askable | 'ANYTHING' | 'READ_BACK'>();
    for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
      const turn = turns[back];
      if (turn === undefined) break;
      const isOwn = turn.speaker === speaker && speaker !== 'unknown';
      if (!isOwn || isConsent(turns.slice(back + 1, at))) {
        for (const askable of asks[back] ?? NOTHING_ASKED) asked.add(askable);
        // A newer question stands in for those before it.
        if (asked.size > 0) break;
      }
      if (!isDelay(turn, isOwn)) break;
    }
    return asked;
  });
  return heard.map((asked, at) => (isReadBack(turns, heard, at) ? READ_BACK : asked));
}

/** "7/3/66." - "7th of March 1966, thanks": who asked says the date of birth after the other. */
function isReadBack(turns: readonly HeardTurn[], asked: readonly Asked[], at: number): boolean {
  const answer = turns[at - 1];
  return (
    asked[at]?.size === 0 &&
    asked[at - 1]?.has('BIRTH_DATE') === true &&
    answer?.speaker !== turns[at]?.speaker &&
    /\d/.test(answer?.passage.folded.text ?? '')
  );
}

/** "Do you need my date of birth?" - "Yes please": whoever asked may answer. */
function isConsent(between: readonly HeardTurn[]): boolean {
  return (
    between.length > 0 &&
    between.every(({ passage: { tokens } }) => tokens.every(({ text }) => CONSENT.has(text)))
  );
}

/** Whether the answer may come after a turn; what the answering side said must put it off. */
function isDelay({ passage: { tokens } }: HeardTurn, isAnswering: boolean): boolean {
  if (tokens.length > LONGEST_DELAY) return false;
  return !isAnswering || tokens.some(({ text }) => DELAYS.has(text));
}

/** What a turn asks for. */
function askedIn(passage: Passage): Asked {
  const words = passage.tokens.map(({ text }) => text);
  const hits = cues.find(words);
  if (hits.length === 0) return NOTHING_ASKED;
  const requested =
    /[?؟]/u.test(passage.folded.text) ||
    words.length <= LONGEST_BARE_QUESTION ||
    requests.find(words).length > 0;
  return new Set(
    hits
      .filter((hit) => isOfSomebody(words, hit))
      // Recognisers write no question marks: what a turn ends with is asked for.
      .filter(
        ({ at, length, value }) =>
          requested || at + length === words.length || !NEED_A_REQUEST.has(value),
      )
      .map(({ value }) => value),
  );
}

/** Not an "error code", nor a "product name". */
function isOfSomebody(
  words: readonly string[],
  { at, length, value }: PhraseHit<Askable>,
): boolean {
  if (value === 'OTP') return !isNoSecret(words, at, at + length);
  return value !== 'NAME' || !NAME_OF_A_THING.has(words[at - 1] ?? '');
}
