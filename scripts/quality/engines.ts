import { EngineUnavailable, selectAnalyser } from '../../core/analysers.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { engineAnswers, type Answers } from '../../cli/evaluate/answers.ts';
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
  { name: 'baseline', sources: ['core/baseline/analyser.ts'] },
  { name: 'jais', sources: [] },
];

/** The redactor, and what turns rows into calls, are part of what is measured. */
const SHARED = ['core/written-call.ts'];

/** The engines that the product has, whether or not they are here. */
export function engines(): Promise<Engine[]> {
  return Promise.all(ENGINES.map(engineOf));
}

async function engineOf({ name, sources }: (typeof ENGINES)[number]): Promise<Engine> {
  try {
    const answers = engineAnswers(
      selectAnalyser(name, { settings: loadSettings(DEFAULT_SETTINGS_FOLDER) }),
    );
    const revision = await sourceRevision([...sources, ...SHARED]);
    return { name, answers, state: 'measured', revision };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { name, answers: null, state: `not available: ${error.message}`, revision: null };
  }
}
