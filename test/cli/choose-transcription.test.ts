import { describe, expect, it } from 'vitest';
import { chooseTranscription } from '../../cli/choose-transcription.ts';
import type { InstalledModel } from '../../local/models/installed.ts';
import { transcriptionEnvironment } from '../../local/transcription.ts';

const SERVER = '/opt/whisper-server';

const installed = (name: string, more: Partial<InstalledModel> = {}): InstalledModel => ({
  name,
  kind: 'speech',
  file: `${name}.bin`,
  path: `/models/${name}.bin`,
  bytes: 1,
  sha256: '0123456789abcdef',
  added: false,
  ...more,
});
const withServer = (...models: InstalledModel[]) => ({ installed: models, server: SERVER });
const withoutServer = (...models: InstalledModel[]) => ({ installed: models, server: undefined });
const DEMO = { engine: 'pocketsphinx-demo', whisper: null };

describe('what hears calls', () => {
  it('is the demo recogniser where no Whisper is, and the line says how to get one', async () => {
    const { transcription, notice } = await chooseTranscription(undefined, withServer());
    expect(transcription).toEqual(DEMO);
    expect(notice).toContain('demo recogniser');
    expect(notice).toContain('sada models pull small');
  });

  it('is the best Whisper that is here, and the line says which and what is better', async () => {
    const chosen = await chooseTranscription(undefined, withServer(installed('base')));
    expect(chosen.transcription).toEqual({
      engine: 'whisper-base',
      whisper: { model: '/models/base.bin', server: SERVER },
    });
    expect(chosen.notice).toBe(
      'Transcribing with Whisper base. More exact: sada models pull small',
    );
  });

  it('suggests nothing beside the best that a small machine runs', async () => {
    const chosen = await chooseTranscription(undefined, withServer(installed('large-v3-turbo')));
    expect(chosen.notice).toBe('Transcribing with Whisper large-v3-turbo.');
  });

  it('is the demo recogniser while whisper-server is not built, and the line says so', async () => {
    const { transcription, notice } = await chooseTranscription(
      undefined,
      withoutServer(installed('small')),
    );
    expect(transcription).toEqual(DEMO);
    expect(notice).toContain('Whisper small is here, but whisper-server is not built');
    expect(notice.split('\n')).toHaveLength(1);
  });

  it('is what was asked for, by its own or its engine name', async () => {
    const models = withServer(installed('small'), installed('tiny'));
    for (const wanted of ['tiny', 'whisper-tiny']) {
      const { transcription } = await chooseTranscription(wanted, models);
      expect(transcription.engine).toBe('whisper-tiny');
    }
    expect((await chooseTranscription('demo', models)).transcription).toEqual(DEMO);
  });

  it("keeps results of an added model apart from another's of the same name", async () => {
    const mine = installed('mine', { added: true });
    const { transcription } = await chooseTranscription(undefined, withServer(mine));
    expect(transcription.engine).toBe('whisper-mine-01234567');
  });

  it.each([
    ['smal', withServer(), 'did you mean small?'],
    ['small', withServer(), 'sada models pull small'],
    ['small', withoutServer(installed('small')), 'whisper-server, which runs small, is not built'],
    ['jais-2-8b-chat-q4_k_m', withServer(), 'hears no calls'],
    ['chat', withServer(installed('chat', { kind: 'language' })), 'hears no calls'],
  ])('is never another than %s when that cannot be', async (wanted, around, reason) => {
    const choosing = chooseTranscription(wanted, around);
    await expect(choosing).rejects.toMatchObject({ name: 'Misuse' });
    await expect(choosing).rejects.toThrow(reason);
  });
});

describe('what the worker is told', () => {
  it('is the engine alone for the demo recogniser', () => {
    expect(transcriptionEnvironment(DEMO)).toEqual({
      SADA_TRANSCRIPTION_ENGINE: 'pocketsphinx-demo',
    });
  });

  it.each([
    [1, '1'],
    [8, '8'],
    [128, '64'],
  ])('is one server with a thread a core: of %i cores %s', (cores, threads) => {
    const whisper = { model: '/m.bin', server: SERVER };
    expect(transcriptionEnvironment({ engine: 'whisper-small', whisper }, cores)).toEqual({
      SADA_TRANSCRIPTION_ENGINE: 'whisper-small',
      SADA_WHISPER_MODEL: '/m.bin',
      SADA_WHISPER_SERVER: SERVER,
      SADA_WHISPER_ENGINES: '1',
      SADA_WHISPER_THREADS: threads,
    });
  });
});
