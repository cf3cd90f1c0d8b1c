import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import * as z from 'zod';
import { Language } from '../../../core/call.ts';
import { Speaker } from '../../../core/transcript.ts';
import { Misuse } from '../../misuse.ts';

/** What was said in a recording and what an analysis should find, as beside the samples. */
const Truth = z.object({
  language: Language,
  turns: z
    .array(
      z.object({ speaker: Speaker, channel: z.number().int().nonnegative(), text: z.string() }),
    )
    .min(1),
  labels: z.record(z.string(), z.unknown()),
});
export type Truth = z.infer<typeof Truth>;

/** A recording and its truth. */
export interface KnownRecording {
  readonly file: string;
  readonly truth: Truth;
}

/**
 * The recordings that have a truth file, `<name>.truth.json`, beside them.
 * @throws Misuse when none has, or one is not what it should be
 */
export async function knownRecordings(files: readonly string[]): Promise<KnownRecording[]> {
  const found = await Promise.all(files.map(withTruth));
  const known = found.filter((recording) => recording !== null);
  if (known.length > 0) return known;
  throw new Misuse(`no truth file (<name>.truth.json) beside any of ${files.length} recordings`);
}

async function withTruth(file: string): Promise<KnownRecording | null> {
  const path = `${file.slice(0, -extname(file).length)}.truth.json`;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const truth = Truth.safeParse(jsonOf(text));
  if (truth.success) return { file, truth: truth.data };
  const [issue] = truth.error.issues;
  throw new Misuse(`${path}: ${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'invalid'}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
