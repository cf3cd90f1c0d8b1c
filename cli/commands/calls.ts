import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { basename } from 'node:path';
import { CallStatus, type CallRecord } from '../../core/call.ts';
import { EXIT } from '../exit-codes.ts';
import { minutes } from '../process/table.ts';
import { stateOption } from '../state-option.ts';
import { withStoredCalls } from '../with-stored-calls.ts';

interface Flags {
  state: string;
  status?: CallStatus;
  json?: true;
}

/** `sada calls`: the records of all calls. */
export function callsCommand(exit: (code: number) => void): Command {
  return new Command('calls')
    .description('list the records of calls, the newest first')
    .addOption(
      new Option('--status <status>', 'only calls of this status').choices(CallStatus.options),
    )
    .option('--json', 'print one record a line, as DynamoDB has it')
    .addOption(stateOption())
    .addHelpText(
      'after',
      `
Examples:
  sada calls
  sada calls --status FAILED --json | jq -r .callId`,
    )
    .action(async ({ state, status, json }: Flags) => {
      const all = await withStoredCalls(state, (stored) => stored.list());
      const records = all.filter((record) => status === undefined || record.status === status);
      process.stdout.write(json ? records.map(lineOf).join('') : `${tableOf(records)}\n`);
      exit(EXIT.ok);
    });
}

const lineOf = (record: CallRecord): string => `${JSON.stringify(record)}\n`;

function tableOf(records: readonly CallRecord[]): string {
  const table = new Table({
    head: ['call', 'recording', 'status', 'duration', 'sentiment', 'outcome', 'received'],
    style: { head: [], border: [] },
  });
  for (const record of records) {
    const { durationSeconds, status, code } = record;
    table.push([
      record.callId,
      basename(record.recording.key),
      code === undefined ? status : `${status} ${code}`,
      durationSeconds === undefined ? '-' : minutes(durationSeconds),
      record.sentiment ?? '-',
      record.outcome ?? '-',
      record.receivedAt ?? '-',
    ]);
  }
  return table.toString();
}
