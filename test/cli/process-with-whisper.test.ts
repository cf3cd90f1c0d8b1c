import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CallResult } from '../../cli/process/result.ts';
import { writeScriptedModel } from '../../containers/whisper/tools/scripted-model.ts';
import { addModel } from '../../local/models/add.ts';
import { ROOT } from '../support/project-files.ts';
import { startSada } from '../support/run-sada.ts';
import { requireWhisperServer } from '../support/whisper-cpp.ts';

const SAMPLE = `${ROOT}samples/router-follow-up-8khz-mulaw.wav`;
const GREETING = 'صباح الخير';

it('hears an Arabic call, which the demo recogniser could not, once a Whisper was added', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sada-whisper-'));
  const environment = {
    SADA_CACHE: join(folder, 'cache'),
    SADA_WHISPER_SERVER: requireWhisperServer(),
  };
  const args = ['process', SAMPLE, '--language', 'ar', '--json', '--state', join(folder, 'state')];
  const before = await startSada(args, [], environment).ended;
  expect((JSON.parse(before.stdout) as CallResult).error?.code).toBe('ENGINE_UNAVAILABLE');

  const model = join(folder, 'gulf.bin');
  writeScriptedModel(model, { language: 'ar', script: [{ text: GREETING, start: 0, end: 1 }] });
  const { sha256 } = await addModel(model, { folder: join(folder, 'cache', 'models') });
  const after = await startSada(args, [], environment).ended;
  expect(after.stderr).toContain('Transcribing with Whisper gulf.');
  const { status, turns, engines } = JSON.parse(after.stdout) as CallResult;
  expect({ status, engine: engines.transcription }).toEqual({
    status: 'ANALYSED',
    engine: `whisper-gulf-${sha256.slice(0, 8)}`,
  });
  expect(turns.map(({ text }) => text)).toContain(GREETING);
  await rm(folder, { recursive: true });
}, 90_000);
