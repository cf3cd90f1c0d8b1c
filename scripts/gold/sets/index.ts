import { abcdRow } from './abcd.ts';
import { ckmMarkdownRow, ckmRow } from './ckm.ts';
import { commonForm, type ForeignRow, type ImportedRow } from './foreign-row.ts';
import { harperValleyRow } from './harper-valley.ts';
import { multiDogoRow } from './multi-dogo.ts';
import { tweetRow } from './tweets.ts';

/** A set of somebody else's. */
export interface ForeignSet {
  /** In the folder of sets, without its ending. */
  readonly file: string;
  readonly rowOf: (row: ForeignRow) => ImportedRow;
  /** What the rows are called in test/gold/licensed; null: not copied there. */
  readonly copy: string | null;
}

/**
 * Copied are sets that an analyser can be scored on, under licences that ask for attribution and no
 * more. TweetSumm's asks that what is made of it is shared alike, and five dialogues measure nothing.
 */
export const FOREIGN_SETS: readonly ForeignSet[] = [
  {
    file: 'sentiment_ar_arsarcasm_test_sample300',
    rowOf: tweetRow,
    copy: 'tweets.ar.arsarcasm',
  },
  { file: 'sentiment_ar_ajgt1800_sample200', rowOf: tweetRow, copy: 'tweets.ar.ajgt' },
  { file: 'calls_ckm7', rowOf: ckmRow, copy: 'calls.en.ckm' },
  { file: 'calls_abcd5', rowOf: abcdRow, copy: 'chats.en.abcd' },
  { file: 'pii_multidogo_300', rowOf: multiDogoRow, copy: 'turns.en.multidogo' },
  { file: 'calls_ckm_raw_noroles', rowOf: ckmMarkdownRow, copy: null },
  { file: 'call_harpervalley1', rowOf: harperValleyRow, copy: null },
  { file: 'dialogs_ar_egyptian_cs257', rowOf: commonForm, copy: null },
  { file: 'intents_dstc11_banking', rowOf: commonForm, copy: null },
  { file: 'summ_tweetsumm5', rowOf: commonForm, copy: null },
];
