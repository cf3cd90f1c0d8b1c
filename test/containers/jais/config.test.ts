import { describe, expect, it } from 'vitest';
import { commandOf, HELP } from '../../../containers/jais/src/arguments.ts';
import { configFrom } from '../../../containers/jais/src/config.ts';
import { ENV } from '../../../core/contract.ts';

describe('the command line', () => {
  it.each([[[]], [['train']], [['serve', 'twice']]])('refuses the arguments %j', (args) => {
    expect(() => commandOf(args)).toThrow(`the arguments are '${args.join(' ')}', expected: serve`);
  });

  it('explains every variable that the server reads', () => {
    const { languageModel, modelThreads, modelSequences, modelContextTokens, gpu } = ENV;
    for (const name of [languageModel, modelThreads, modelSequences, modelContextTokens, gpu]) {
      expect(HELP).toContain(`\n  ${name}`);
    }
  });
});

describe('the environment', () => {
  it('is what SageMaker gives when nothing is set', () => {
    expect(configFrom({})).toMatchObject({
      port: 8080,
      deadlineSeconds: 50,
      engine: { model: '/opt/ml/model', sequences: 4, contextTokens: 2048, gpu: false },
    });
  });

  it.each([
    ['SAGEMAKER_BIND_TO_PORT', 'eighty'],
    [ENV.modelSequences, '0'],
    [ENV.modelThreads, '1.5'],
    [ENV.gpu, 'perhaps'],
  ])('is refused when %s is %s', (name, value) => {
    expect(() => configFrom({ [name]: value })).toThrow(name);
  });
});
