import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EngineUnavailable, selectAnalyser } from '../../core/analysers.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { engineAnswers, type Answers } from '../../cli/evaluate/answers.ts';
import { askedOnce } from './asked-once.ts';
import type { ServedModel } from './served-model.ts';
import { sourceRevision } from './source-revision.ts';

/** What answers, or why it does not. */
export interface Engine {
  readonly name: string;
  readonly answers: Answers | null;
  readonly state: string;
  /** Null when there is nothing to have one. */
  readonly revision: string | null;
}

/** Names, and what each engine is made of beside what all share. */
const ENGINES = [
  { name: 'baseline', sources: ['core/baseline/analyser.ts'], isModel: false },
  {
    name: 'jais',
    sources: ['core/language-model-analyser/analyser.ts', 'containers/jais/src/main.ts'],
    isModel: true,
  },
];

/** The redactor, what turns rows into calls, and the settings are part of what is measured. */
const SHARED = [
  'core/written-call.ts',
  ...readdirSync(DEFAULT_SETTINGS_FOLDER).map((file) => join(DEFAULT_SETTINGS_FOLDER, file)),
];

/**
 * The engines that the product has, whether or not they are here.
 * @param served for the engine that needs a language model
 */
export function engines(served: ServedModel | null = null): Promise<Engine[]> {
  return Promise.all(ENGINES.map((engine) => engineOf(engine, served)));
}

async function engineOf(
  { name, sources, isModel }: (typeof ENGINES)[number],
  served: ServedModel | null,
): Promise<Engine> {
  try {
    const settings = loadSettings(DEFAULT_SETTINGS_FOLDER);
    const model = served ? () => served.model : undefined;
    const analyser = selectAnalyser(name, { settings, ...(model && { model }) });
    const answers = askedOnce(engineAnswers(analyser, settings.redaction));
    const revision = await sourceRevision([...sources, ...SHARED]);
    const state = isModel && served ? `measured, ${modelShown(served)}` : 'measured';
    return { name, answers, state, revision };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { name, answers: null, state: `not available: ${error.message}`, revision: null };
  }
}

const modelShown = ({ name, sha256 }: ServedModel): string =>
  `${name} (sha256 ${sha256.slice(0, 12)})`;
