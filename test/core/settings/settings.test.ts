import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsInvalid, type Settings } from '../../../core/settings/index.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';

type Written = Record<keyof Settings, unknown>;

/** The default settings as files say them, changed. */
const written = (change: Partial<Written>): Written => ({ ...DEFAULT_SETTINGS, ...change });

const { taxonomy, queues, scorecard } = DEFAULT_SETTINGS;
const [topic] = taxonomy.topics;
const [question] = scorecard.questions;
const withTopic = (change: object) => ({ ...taxonomy, topics: [{ ...topic, ...change }] });
const withQuestion = (change: object) => ({ questions: [{ ...question, ...change }] });
const [queue] = queues;
const loose = { queues: [{ ...queue, topics: [], intents: [], default: true }] };

describe('the default settings', () => {
  it('are what they are once they were checked', () => {
    expect(parseSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('name every label in both languages, and have cues in both', () => {
    for (const { id, name, cues } of [...taxonomy.topics, ...taxonomy.intents]) {
      expect(name.ar, id).toMatch(/\p{Script=Arabic}/u);
      expect(Math.min(cues.en.length, cues.ar.length), id).toBeGreaterThan(4);
    }
  });

  it('report what threatens somebody whenever it may be so', () => {
    const critical = taxonomy.intents.filter((label) => label.critical).map(({ id }) => id);
    expect(critical).toEqual(['cancel_service', 'legal_threat', 'report_fraud', 'safety_risk']);
  });

  it('ask what a quality team asks', () => {
    const ids = scorecard.questions.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'greeting',
        'identity_verified',
        'recording_notice',
        'next_step',
        'resolution_confirmed',
      ]),
    );
  });
});

const BAD: [what: string, change: Partial<Written>, says: string][] = [
  ['a file left out', { outcome: undefined }, 'settings outcome.json: the file is missing'],
  [
    'a side that nobody is on',
    { outcome: { side: 'boss' } },
    'settings outcome.json: side is "boss", expected one of "customer"|"agent"|"both"',
  ],
  [
    'a language that is not analysed',
    { summary: { language: 'fr' } },
    'settings summary.json: language is "fr", expected one of "call"|"en"|"ar"',
  ],
  [
    'a key that nobody reads',
    { outcome: { side: 'both', sides: 2 } },
    'settings outcome.json: sides is 2, expected no such field',
  ],
  [
    'a key of a label that nobody reads',
    { taxonomy: withTopic({ treshold: 1 }) },
    'settings taxonomy.json: topics.0.treshold is 1, expected no such field',
  ],
  [
    'an id with a space',
    { taxonomy: withTopic({ id: 'late delivery' }) },
    'settings taxonomy.json: topics.0.id is "late delivery", expected up to 40 of a-z, 0-9 and _',
  ],
  [
    'a label in one language',
    { taxonomy: withTopic({ name: { en: 'Billing' } }) },
    'settings taxonomy.json: topics.0.name.ar is missing, expected a text',
  ],
  [
    'a threshold in per cent',
    { taxonomy: withTopic({ threshold: 50 }) },
    'settings taxonomy.json: topics.0.threshold is 50, expected a number from 0 to 1',
  ],
  [
    'a mark that is a word',
    { taxonomy: withTopic({ critical: 'yes' }) },
    'settings taxonomy.json: topics.0.critical is "yes", expected true or false',
  ],
  [
    'an id that comes twice',
    { taxonomy: { ...taxonomy, topics: [topic, topic] } },
    'settings taxonomy.json: topics.1.id is "billing", expected another id than that of number 1',
  ],
  [
    'no topic at all',
    { taxonomy: { ...taxonomy, topics: [] } },
    'settings taxonomy.json: topics is [], expected at least 1',
  ],
  [
    'cues in one text',
    { taxonomy: withTopic({ cues: { en: 'bill, invoice', ar: [] } }) },
    'settings taxonomy.json: topics.0.cues.en is "bill, invoice", expected a list of phrases',
  ],
  [
    'a cue without a word',
    { taxonomy: withTopic({ cues: { en: ['bill', '!'], ar: [] } }) },
    'settings taxonomy.json: topics.0.cues.en.1 is "!", expected a phrase of one word or more',
  ],
  [
    'a stem that half of all words begin with',
    { taxonomy: withTopic({ cues: { en: ['re*'], ar: [] } }) },
    'settings taxonomy.json: topics.0.cues.en.0 is "re*", expected a phrase',
  ],
  [
    'a queue for a topic that there is not',
    { queues: [{ ...queue, topics: ['weather'], default: true }] },
    'settings queues.json: 0.topics.0 is "weather", expected one of the topics: billing, refund',
  ],
  [
    'a queue for an intent that there is not',
    { queues: [{ ...queue, intents: ['sing'], default: true }] },
    'settings queues.json: 0.intents.0 is "sing", expected one of the intents: dispute_charge',
  ],
  [
    'no default queue',
    { queues: queues.filter((one) => one.default !== true) },
    'settings queues.json: default is missing, expected exactly one queue with "default": true',
  ],
  [
    'two default queues',
    { queues: queues.map((one) => ({ ...one, default: true })) },
    'expected exactly one queue with "default": true',
  ],
  [
    'a weight of nothing',
    { scorecard: withQuestion({ weight: 0 }) },
    'settings scorecard.json: questions.0.weight is 0, expected a number above 0',
  ],
  [
    'a part of a call that there is not',
    { scorecard: withQuestion({ within: 'middle' }) },
    'settings scorecard.json: questions.0.within is "middle", expected one of "opening"|"closing"|"call"',
  ],
  [
    'a question that applies to a topic that there is not',
    { scorecard: withQuestion({ appliesWhen: { topics: ['billing', 'weather'] } }) },
    'settings scorecard.json: questions.0.appliesWhen.topics.1 is "weather", expected one of the',
  ],
];

describe('settings that cannot be used', () => {
  it.each(BAD)('are refused with file, field, value and what is allowed: %s', (_, change, says) => {
    const refused = (): unknown => parseSettings(written(change));
    expect(refused).toThrow(SettingsInvalid);
    expect(refused).toThrow(says);
  });

  it('are refused for a file that nobody reads', () => {
    expect(() => parseSettings({ ...DEFAULT_SETTINGS, topics: [] })).toThrow(
      'settings topics.json: the file is "topics.json", expected one of: outcome.json, summary.json',
    );
  });

  it('name file and field to programs too, and quote no more than a line', () => {
    const change = withTopic({ name: 'x'.repeat(1000) });
    expect(() => parseSettings(written({ taxonomy: change }))).toThrow(
      expect.objectContaining({ file: 'taxonomy.json', field: 'topics.0.name' }),
    );
    expect(() => parseSettings(written({ taxonomy: change }))).toThrow(/^.{0,200}$/s);
  });

  it('may have labels that lead nowhere, and no intent', () => {
    const only = { topics: [topic], intents: [] };
    const plain = withQuestion({});
    expect(parseSettings(written({ taxonomy: only, ...loose, scorecard: plain }))).toMatchObject({
      taxonomy: { intents: [] },
    });
  });
});
