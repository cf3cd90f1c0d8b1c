import { basename } from 'node:path';

/** What people see a call go through, by the state that it enters. */
const STAGES: Readonly<Record<string, string>> = {
  'Admit recording': 'admitting',
  'Transcribe recording': 'transcribing',
  'Refine transcript': 'redacting',
  'Analyse call': 'analysing',
};

/** Where progress is written: a terminal's stderr, as a rule. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * Shows how far each call is: on a terminal one line that is written over and over, elsewhere a
 * line a stage.
 */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #total: number | null;
  readonly #stages = new Map<string, string>();
  #done = 0;

  /** @param total of the calls to come; null when nobody knows */
  constructor(stream: ProgressStream, total: number | null = null) {
    this.#stream = stream;
    this.#total = total;
  }

  /** A line of its own, above the progress. */
  say(text: string): void {
    this.#clear();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  stage(file: string, stage: string): void {
    this.#stages.set(file, stage);
    if (this.#stream.isTTY) this.#draw();
    else this.say(`  ${basename(file)}: ${stage}`);
  }

  entered(file: string, state: string): void {
    const stage = STAGES[state];
    if (stage !== undefined) this.stage(file, stage);
  }

  finished(file: string, ending: string): void {
    this.#stages.delete(file);
    this.#done++;
    this.say(`[${this.#count()}] ${basename(file)}: ${ending}`);
  }

  /** Takes the running line away. */
  end(): void {
    this.#clear();
    this.#stages.clear();
  }

  #count(): string {
    return this.#total === null ? String(this.#done) : `${this.#done}/${this.#total}`;
  }

  #clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }

  #draw(): void {
    if (!this.#stream.isTTY || this.#stages.size === 0) return;
    const counts = new Map<string, number>();
    for (const stage of this.#stages.values()) counts.set(stage, (counts.get(stage) ?? 0) + 1);
    const parts = [...counts].map(([stage, count]) => `${count} ${stage}`);
    const line = `${this.#count()} done, ${parts.join(', ')}`;
    this.#stream.write(`\r\u001B[K${line.slice(0, (this.#stream.columns ?? 80) - 1)}`);
  }
}
