import { Command } from 'commander';
import { Analysis } from '../../core/analysis.ts';
import type { CallRecord } from '../../core/call.ts';
import { MESSAGES } from '../../core/contract.ts';
import { Transcript } from '../../core/transcript.ts';
import { analysisLines } from '../call-analysis.ts';
import { EXIT } from '../exit-codes.ts';
import { Misuse } from '../misuse.ts';
import { minutes, scoreText } from '../process/table.ts';
import { stateOption } from '../state-option.ts';
import type { StoredCalls } from '../stored-calls.ts';
import { withStoredCalls } from '../with-stored-calls.ts';

/** A call with all that is kept of it. */
interface WholeCall {
  record: CallRecord;
  transcript: unknown;
  analysis: unknown;
}

/** `sada call ID`: one call, whole. */
export function callCommand(exit: (code: number) => void): Command {
  return new Command('call')
    .description('show one call: its record, what was said (redacted), what it means')
    .argument('<id>', 'a call id, or the start of one')
    .option('--json', 'print record, transcript and analysis as one JSON object')
    .addOption(stateOption())
    .addHelpText(
      'after',
      `
Examples:
  sada call 5f0c19
  sada call 5f0c19 --json | jq .analysis.summary`,
    )
    .action(async (id: string, { json, state }: { json?: true; state: string }) => {
      const call = await withStoredCalls(state, (stored) => wholeCall(id, stored));
      process.stdout.write(json ? `${JSON.stringify(call)}\n` : readable(call));
      exit(EXIT.ok);
    });
}

async function wholeCall(id: string, stored: StoredCalls): Promise<WholeCall> {
  const [record, ...others] = (await stored.list()).filter(({ callId }) => callId.startsWith(id));
  if (record === undefined) throw new Misuse(`no call whose id starts with '${id}'`);
  if (others.length > 0)
    throw new Misuse(`${others.length + 1} calls have ids that start with '${id}'`);
  const read = async (kind: 'transcript' | 'analysis'): Promise<unknown> =>
    record[kind] === undefined ? null : JSON.parse(await stored.text(record[kind]));
  return { record, transcript: await read('transcript'), analysis: await read('analysis') };
}

function readable({ record, transcript, analysis }: WholeCall): string {
  const { callId, revision, status, code, recording } = record;
  const facts = [
    ['call', callId],
    ['revision', revision],
    ['recording', recording.key],
    ['status', code === undefined ? status : `${status} ${code}: ${MESSAGES[code]}`],
    ['duration', record.durationSeconds === undefined ? '-' : minutes(record.durationSeconds)],
    ['sentiment', record.sentiment ?? '-'],
    ['outcome', record.outcome ?? '-'],
    ['topics', record.topics?.join(', ') || '-'],
    ['intents', intentsText(record)],
    ['route to', record.routeTo ?? '-'],
    ['fraud', record.fraudRisk ?? '-'],
    ['score', scoreText({ score: record.score ?? null, passed: record.passed ?? null })],
    ['engines', [record.transcriptionEngine, record.analysisEngine].filter(Boolean).join(', ')],
  ].map(([name = '', value = '']) => `${name.padEnd(10)} ${value}`);
  const turns = transcript === null ? [] : Transcript.parse(transcript).turns;
  const said = turns.map(
    ({ start, speaker, text }) => `${minutes(start).padStart(6)} ${speaker.padEnd(9)} ${text}`,
  );
  const meant = analysis === null ? [] : analysisLines(Analysis.parse(analysis));
  const summary = record.summary ? [record.summary, ''] : [];
  return `${[...facts, '', ...summary, ...meant, ...said].join('\n')}\n`;
}

/** What the customer wants, and with a question mark what they may want and must not be missed. */
const intentsText = ({ intents = [], possibleIntents = [] }: CallRecord): string =>
  [...intents, ...possibleIntents.map((intent) => `${intent}?`)].join(', ') || '-';
