import { chooseAmong } from '../../../containers/jais/src/branch/choose.ts';
import { Cursor } from '../../../containers/jais/src/branch/cursor.ts';
import { trieOf } from '../../../containers/jais/src/branch/label-trie.ts';
import { prefill } from '../../../containers/jais/src/model/prefill.ts';
import type { Bench } from './bench.ts';
import { sideBySide, timed } from './statistics.ts';
import { transcriptOf } from './workload.ts';

const LABELS = ['positive', 'negative', 'neutral'];
const JSON_LABEL = `root ::= "{\\"sentiment\\":\\"" (${LABELS.map((label) => `"${label}"`).join('|')}) "\\"}"`;
const SUFFIX =
  '\n\nHow does the customer feel at the end of this call? Answer with one word: positive, negative or neutral. Sentiment:';
const never = new AbortController().signal;

/** A label by its probabilities, against the same label generated as JSON, token by token. */
export async function benchChoose({ model, tokenizer, rounds, report }: Bench): Promise<void> {
  const sequence = model.lanes.get(null)?.sequences[0];
  if (sequence === undefined) throw new Error('no sequence');
  const prefix = tokenizer.tokensOf(transcriptOf(1024, 4, tokenizer));
  const suffix = tokenizer.tokensOf(SUFFIX);
  const trie = trieOf(LABELS, (label) => tokenizer.tokensOf(` ${label}`));
  let generated = 0;
  const { chosen, written } = await sideBySide(rounds * 2, {
    chosen: async () => {
      await prefill(sequence, prefix, never);
      const cursor = new Cursor(sequence, tokenizer, never);
      return timed(async () => (await chooseAmong(cursor, suffix, trie)).size);
    },
    written: async () => {
      await prefill(sequence, prefix, never);
      const grammarEvaluationState = await model.grammar(JSON_LABEL);
      return timed(async () => {
        let text = '';
        generated = 0;
        for await (const token of sequence.evaluate(suffix, { grammarEvaluationState })) {
          text += tokenizer.textOf([token]);
          generated += 1;
          if (text.endsWith('}')) break;
        }
        return LABELS.indexOf((JSON.parse(text) as { sentiment: string }).sentiment);
      });
    },
  });
  report.timing(`a label of ${LABELS.length} by its probabilities`, chosen.timing);
  report.timing(`the same as JSON, ${generated} tokens`, written.timing);
  report.atLeast('choose, times faster', 1.3, written.timing.p50 / chosen.timing.p50);
}
