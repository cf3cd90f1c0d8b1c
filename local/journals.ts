import { join } from 'node:path';
import type * as z from 'zod';
import { FileJournal } from './journal/file-journal.ts';
import type { Journal } from './journal/journal.ts';
import { CreatedStateMachine } from './services/created-state-machines.ts';
import { AcceptedEvent } from './services/event-bridge/outbox.ts';
import { Message } from './services/sqs/message.ts';
import { Checkpoint } from './workflow/checkpoint.ts';

/** What the services keep beside S3's files and DynamoDB's. */
export interface Journals {
  readonly events: Journal<AcceptedEvent>;
  readonly executions: Journal<Checkpoint>;
  readonly stateMachines: Journal<CreatedStateMachine>;
  readonly messagesOf: (queue: string) => Journal<Message>;
  close(): void;
}

/**
 * Opens the journals in a folder, made if missing, one file each.
 * @throws JournalUnwritable, JournalDamaged
 */
export function openJournals(folder: string): Journals {
  const opened: { close(): void }[] = [];
  const open = <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
  ): Journal<z.infer<Schema>> => {
    const journal = FileJournal.open(join(folder, `${name}.jsonl`), schema);
    opened.push(journal);
    return journal;
  };
  return {
    events: open('events', AcceptedEvent),
    executions: open('executions', Checkpoint),
    stateMachines: open('state-machines', CreatedStateMachine),
    messagesOf: (queue) => open(`queue-${queue}`, Message),
    close() {
      for (const journal of opened) journal.close();
    },
  };
}
