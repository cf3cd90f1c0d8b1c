import { describe, expect, it } from 'vitest';
import { ENGINE_NAME } from '../../containers/whisper/src/engines/select.ts';
import { LONGEST_SECONDS } from '../../containers/whisper/src/config.ts';
import { EnvironmentInvalid } from '../../environments/errors.ts';
import { ENVIRONMENT_NAMES, loadEnvironment } from '../../environments/index.ts';
import { parseEnvironment } from '../../environments/parse.ts';
import { selectAnalyser } from '../../core/analysers.ts';
import { EndpointLanguageModel } from '../../lambdas/runtime/language-model.ts';

const dev = loadEnvironment('dev');

describe('the environments', () => {
  it.each(ENVIRONMENT_NAMES.map((name) => [name]))('%s is valid and called so', (name) => {
    expect(loadEnvironment(name).name).toBe(name);
  });

  it.each(ENVIRONMENT_NAMES.map((name) => [name]))(
    '%s names engines that the worker and the handlers know, and lengths the disk holds',
    (name) => {
      const { transcription, analysis, maxDurationSeconds } = loadEnvironment(name);
      expect(transcription.engine).toMatch(ENGINE_NAME);
      const model = new EndpointLanguageModel('endpoint', 'component');
      expect(selectAnalyser(analysis.engine, () => model).name).toBe(analysis.engine);
      expect(maxDurationSeconds).toBeLessThanOrEqual(LONGEST_SECONDS);
    },
  );

  it('dev needs no GPU and nothing that costs at rest', () => {
    expect(dev).toMatchObject({
      network: 'public',
      transcription: { compute: 'fargate-cpu', workers: { min: 0 } },
      offHours: 'scale-from-zero',
      analysis: { engine: 'baseline' },
    });
    expect(dev.analysis.model).toBeUndefined();
  });

  it.each(['staging', 'prod'])('%s keeps its data, and its model reads the calls', (name) => {
    const environment = loadEnvironment(name);
    expect(environment.retention.data).toBe('retain');
    expect(environment.analysis).toMatchObject({ engine: 'jais', model: { sequences: 8 } });
  });
});

describe('an environment that names a Whisper', () => {
  it('is valid on either compute', () => {
    for (const compute of ['fargate-cpu', 'gpu']) {
      const transcription = { ...dev.transcription, compute, engine: 'whisper-small' };
      expect(parseEnvironment('dev', { ...dev, transcription }).transcription).toEqual(
        transcription,
      );
    }
  });
});

describe('an environment that is not there', () => {
  it.each([['test'], ['toString'], ['']])("'%s' is refused with the known ones", (name) => {
    expect(() => loadEnvironment(name)).toThrow(
      `no environment '${name}', expected one of: dev, staging, prod`,
    );
  });

  it('is refused when none is named', () => {
    expect(() => loadEnvironment(undefined)).toThrow(
      'no environment is named, expected one of: dev, staging, prod',
    );
  });
});

describe('a bad field', () => {
  const { region: _region, ...withoutRegion } = dev;
  const worked = (workers: unknown) => ({
    ...dev,
    transcription: { ...dev.transcription, workers },
  });
  const bad: [why: string, written: unknown, message: string][] = [
    ['a region left out', withoutRegion, 'region is missing, expected an AWS region such as'],
    ['a region misspelt', { ...dev, region: 'Ireland' }, 'region is "Ireland", expected an AWS'],
    ['an account too short', { ...dev, account: '1234' }, 'account is "1234", expected twelve'],
    [
      'an unknown choice',
      { ...dev, transcription: { ...dev.transcription, compute: 'tpu' } },
      'transcription.compute is "tpu", expected one of "fargate-cpu"|"gpu"',
    ],
    [
      'a Whisper that there is not',
      { ...dev, transcription: { ...dev.transcription, engine: 'whisper-huge' } },
      'transcription.engine is "whisper-huge", expected pocketsphinx-demo, or whisper- and a',
    ],
    [
      'a GPU for the demo recogniser',
      { ...dev, transcription: { ...dev.transcription, compute: 'gpu' } },
      'transcription.engine is "pocketsphinx-demo", expected a Whisper',
    ],
    [
      'more engines on a card than it holds',
      { ...dev, transcription: { ...dev.transcription, enginesPerCard: 5 } },
      'transcription.enginesPerCard is 5, expected a whole number from 1 to 4',
    ],
    [
      'more workers at least than at most',
      worked({ min: 3, max: 2 }),
      'transcription.workers is {"min":3,"max":2}, expected min to be no more than max',
    ],
    [
      'a part of a worker',
      worked({ min: 0.5, max: 2 }),
      'transcription.workers.min is 0.5, expected a whole number from 0 to 50',
    ],
    [
      'a model that is not named',
      { ...dev, analysis: { engine: 'jais' } },
      'analysis.model is missing, expected a model, which the engine jais needs',
    ],
    [
      'a field that nobody reads',
      { ...dev, retention: { ...dev.retention, years: 7 } },
      'retention.years is 7, expected no such field',
    ],
    [
      'a pattern that cannot be read',
      { ...dev, fileNamePattern: '(' },
      'fileNamePattern is "(", expected a regular expression',
    ],
    [
      'days that CloudWatch does not know',
      { ...dev, retention: { ...dev.retention, logDays: 8 } },
      'retention.logDays is 8, expected one of 1|3|5|7',
    ],
  ];

  it.each(bad)(
    'is refused with its name, its value and what is allowed: %s',
    (_, written, says) => {
      const refused = (): unknown => parseEnvironment('dev', written);
      expect(refused).toThrow(EnvironmentInvalid);
      expect(refused).toThrow(`environment 'dev': ${says}`);
    },
  );

  it('is named to programs too', () => {
    expect(() => parseEnvironment('dev', withoutRegion)).toThrow(
      expect.objectContaining({ field: 'region' }),
    );
  });
});
