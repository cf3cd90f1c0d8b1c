import { templatesOf } from './synthesized.ts';

export const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
export const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** The targets, by the beginning of their logical ids. */
export const WORKERS = 'TranscriptionScaling';
export const COPIES = 'LanguageModelScaling';

/** The template of an environment's models stack. */
export const models = (name: string) => templatesOf(name).models;
