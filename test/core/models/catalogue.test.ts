import { describe, expect, it } from 'vitest';
import { ENGINE_NAME } from '../../../containers/whisper/src/engines/select.ts';
import { MODELS, modelNamed } from '../../../core/models/catalogue.ts';
import { MODEL_NAME, whisperEngine } from '../../../core/models/model.ts';
import { FIRST_WHISPER, WHISPER_MODELS } from '../../../core/models/whisper.ts';

describe('the table of models', () => {
  it('has one row a name, a file and a sha256', () => {
    for (const column of [
      MODELS.map(({ name }) => name),
      MODELS.map(({ file }) => file),
      MODELS.flatMap(({ published }) => published?.sha256 ?? []),
    ]) {
      expect(new Set(column).size).toBe(column.length);
    }
  });

  it('pins what it publishes: a commit, a sha256, a size', () => {
    for (const { published, file } of WHISPER_MODELS) {
      expect(published?.url).toMatch(/\/resolve\/[0-9a-f]{40}\//);
      expect(published?.url.endsWith(`/${file}`)).toBe(true);
      expect(published?.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(published?.bytes).toBeGreaterThan(50_000_000);
    }
  });

  it('names models so that keys, and the worker, take them', () => {
    for (const { name } of MODELS) expect(name).toMatch(MODEL_NAME);
    for (const { name } of WHISPER_MODELS) expect(whisperEngine(name)).toMatch(ENGINE_NAME);
  });

  it("tells how to come by what can't be pulled", () => {
    for (const { published, steps } of MODELS) expect(published === null).toBe(Boolean(steps));
  });

  it("finds a model by its own name and by its engine's", () => {
    expect(modelNamed(FIRST_WHISPER)?.name).toBe('small');
    expect(modelNamed('whisper-small')).toBe(modelNamed('small'));
    expect(modelNamed('smal')).toBeUndefined();
  });

  it('puts the larger of a family before the smaller, the full before the quantised', () => {
    const order = WHISPER_MODELS.map(({ name }) => name);
    const sizes = ['large-v3', 'large-v3-turbo', 'medium', 'small', 'base', 'tiny'];
    expect(order.filter((name) => sizes.includes(name))).toEqual(sizes);
    expect(order.indexOf('small')).toBeLessThan(order.indexOf('small-q5_1'));
  });
});
