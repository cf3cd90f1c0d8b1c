export { parseSettings, SettingsInvalid } from './parse.ts';
export type { Queue } from './queues.ts';
export type { Condition, Question, Scorecard } from './scorecard.ts';
export { PART_NAMES, PARTS, Settings, Side, type Part } from './settings.ts';
export type { Label, Taxonomy } from './taxonomy.ts';
export { phrasesOf, type Cues, type Wording } from './wording.ts';
