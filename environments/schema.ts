import * as z from 'zod';
import { whisperEngine } from '../core/models/model.ts';
import { WHISPER_MODELS } from '../core/models/whisper.ts';

/** Whole numbers within bounds, with a message that states them. */
const whole = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const text = (pattern: RegExp, error: string) =>
  z.string({ error: `expected ${error}` }).regex(pattern, { error: `expected ${error}` });

/** How many run at a time: a fixed floor, and the most that may ever be paid for. */
const range = (least: number, most: number) =>
  z
    .strictObject({ min: whole(least, most), max: whole(1, most) })
    .refine(({ min, max }) => min <= max, { error: 'expected min to be no more than max' });

/** Hears clear English only, and needs neither a model nor a GPU. */
export const DEMO_ENGINE = 'pocketsphinx-demo';

const ENGINES: readonly string[] = [
  DEMO_ENGINE,
  ...WHISPER_MODELS.map(({ name }) => whisperEngine(name)),
];

const Transcription = z
  .strictObject({
    /** Fargate needs no quota; GPUs need one for g4dn instances, which new accounts do not have. */
    compute: z.enum(['fargate-cpu', 'gpu']),
    engine: z.string().refine((name) => ENGINES.includes(name), {
      error: `expected ${DEMO_ENGINE}, or whisper- and a Whisper of: sada models list`,
    }),
    /**
     * How many whisper-servers share a worker's GPU (left out: 2). Of a T4's 16 GB one takes some
     * 1.5 GB with large-v3-turbo-q8_0, about 4 GB with large-v3.
     */
    enginesPerCard: whole(1, 4).optional(),
    /** Whether noise is taken out of recordings before they are heard (left out: it is not). */
    noiseReduction: z.boolean().optional(),
    workers: range(0, 50),
  })
  .refine(({ compute, engine }) => compute !== 'gpu' || engine !== DEMO_ENGINE, {
    path: ['engine'],
    error: 'expected a Whisper, since the demo recogniser leaves a GPU idle',
  });

const LanguageModel = z.strictObject({
  /** Its files lie in the recordings bucket under `models/NAME/`. */
  name: text(/^[a-z0-9][a-z0-9-]{0,39}$/, 'up to 40 of a-z, 0-9 and -'),
  instanceType: text(/^ml\.g\w+\.\w+$/, 'a SageMaker GPU instance such as ml.g4dn.xlarge'),
  copies: range(0, 10),
  /** Prompts that a copy reads side by side; 8 of 2,048 tokens fit beside a 4-bit JAIS on a T4. */
  sequences: whole(1, 64),
});
export type LanguageModel = z.infer<typeof LanguageModel>;

const Analysis = z
  .strictObject({
    engine: z.enum(['baseline', 'jais']),
    model: LanguageModel.optional(),
    /** The folder of `environments/settings/` that says what is asked of each call. */
    settings: text(/^[a-z0-9][a-z0-9-]{0,39}$/, 'up to 40 of a-z, 0-9 and -'),
  })
  .refine(({ engine, model }) => engine !== 'jais' || model !== undefined, {
    path: ['model'],
    error: 'expected a model, which the engine jais needs',
  });

/** The periods that CloudWatch Logs can keep an entry for, up to a year. */
const LogDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365]);

/** A regular expression of recorders' file names; its named groups are metadata fields. */
const FileNamePattern = z.string().refine(isRegularExpression, {
  error: 'expected a regular expression',
});

function isRegularExpression(pattern: string): boolean {
  try {
    return RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Everything that differs between deployments. */
export const Environment = z.strictObject({
  /** Part of every resource's name. */
  name: text(/^[a-z][a-z0-9-]{0,15}$/, 'up to 16 of a-z, 0-9 and -'),
  /** Left out: the account of whoever deploys. */
  account: text(/^\d{12}$/, 'twelve digits').optional(),
  region: text(/^[a-z]{2,}(-[a-z]+)+-\d$/, 'an AWS region such as eu-central-1'),
  /** `public` is free and has no ingress; `private` costs some $120 a month in endpoints. */
  network: z.enum(['public', 'private']),
  transcription: Transcription,
  analysis: Analysis,
  /** Longer recordings are refused; the worker's disk holds four hours. */
  maxDurationSeconds: whole(1, 4 * 60 * 60),
  fileNamePattern: FileNamePattern.optional(),
  retention: z.strictObject({
    /** Whether what holds data outlives its stack, which then cannot be deleted by mistake. */
    data: z.enum(['delete', 'retain']),
    logDays: LogDays,
  }),
});
export type Environment = z.infer<typeof Environment>;
