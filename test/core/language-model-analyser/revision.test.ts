import { describe, expect, it } from 'vitest';
import { selectAnalyser } from '../../../core/analysers.ts';
import { promptRevisionOf } from '../../../core/language-model-analyser/prompt-revision.ts';
import type { Settings } from '../../../core/settings/index.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { aModel } from './support.ts';

const { model } = aModel();
const OTHER_TOPICS: Settings = {
  ...DEFAULT_SETTINGS,
  taxonomy: { ...DEFAULT_SETTINGS.taxonomy, topics: DEFAULT_SETTINGS.taxonomy.topics.slice(1) },
};
const ENGLISH: Settings = { ...DEFAULT_SETTINGS, summary: { language: 'en' } };

const revisionOf = (engine: string, settings: Settings, identity = 'a'): string =>
  selectAnalyser(engine, { settings, model: () => ({ ...model, identity }) }).revision;

describe('the revision of prompts', () => {
  it('is the same for the same settings, and another for each that enters a prompt', () => {
    expect(promptRevisionOf(structuredClone(DEFAULT_SETTINGS))).toBe(
      promptRevisionOf(DEFAULT_SETTINGS),
    );
    const revisions = [
      DEFAULT_SETTINGS,
      OTHER_TOPICS,
      ENGLISH,
      { ...DEFAULT_SETTINGS, outcome: { side: 'customer' } } as const,
    ].map(promptRevisionOf);
    expect(new Set(revisions).size).toBe(4);
  });
});

describe('the revision of an engine, which stored analyses are found by', () => {
  it('changes with the settings, and for a model with the model', () => {
    expect(revisionOf('jais', DEFAULT_SETTINGS)).toBe(revisionOf('jais', DEFAULT_SETTINGS));
    expect(revisionOf('jais', OTHER_TOPICS)).not.toBe(revisionOf('jais', DEFAULT_SETTINGS));
    expect(revisionOf('jais', DEFAULT_SETTINGS, 'b')).not.toBe(
      revisionOf('jais', DEFAULT_SETTINGS),
    );
    expect(revisionOf('baseline', OTHER_TOPICS)).not.toBe(revisionOf('baseline', DEFAULT_SETTINGS));
  });
});
