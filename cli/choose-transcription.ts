import { FIRST_WHISPER, WHISPER_MODELS } from '../core/models/whisper.ts';
import { modelsDirectory } from '../local/cache-directory.ts';
import { bestModel } from '../local/models/best.ts';
import { installedModels, type InstalledModel } from '../local/models/installed.ts';
import {
  DEMO_TRANSCRIPTION,
  whisperTranscription,
  type Transcription,
} from '../local/transcription.ts';
import { whisperServerProgram } from '../local/whisper-cpp.ts';
import { DEMO } from './model-option.ts';
import { Misuse } from './misuse.ts';
import { knownModel } from './models/known-name.ts';

/** What hears the calls, and what people are told of it. */
export interface ChosenTranscription {
  transcription: Transcription;
  notice: string;
}

const DEMO_NOTICE =
  'Transcribing with the demo recogniser (pocketsphinx): English only, made for clear speech.';
const BUILD = 'npm run setup:all';
/** Better than the first one to start with, for those who have time or a strong machine. */
const BETTER_WHISPER = 'large-v3-turbo-q8_0';

/** The machine as it is. */
const here = async (): Promise<Surroundings> => ({
  installed: await installedModels(modelsDirectory()),
  server: whisperServerProgram(),
});

interface Surroundings {
  installed: readonly InstalledModel[];
  /** Path of whisper-server where it is built. */
  server: string | undefined;
}

/**
 * The model that was asked for, else the best Whisper that is here, else the demo recogniser.
 * @throws Misuse when what was asked for is not here, or cannot run
 */
export async function chooseTranscription(
  wanted: string | undefined,
  surroundings?: Surroundings,
): Promise<ChosenTranscription> {
  const { installed, server } = surroundings ?? (await here());
  if (wanted === DEMO) return { transcription: DEMO_TRANSCRIPTION, notice: DEMO_NOTICE };
  const model = wanted === undefined ? bestModel(installed, 'speech') : named(wanted, installed);
  if (model === null)
    return demo(`A Whisper model hears real calls and Arabic: sada models pull ${FIRST_WHISPER}`);
  if (server !== undefined) {
    return {
      transcription: whisperTranscription(model, server),
      notice: `Transcribing with Whisper ${model.name}.${improvement(model)}`,
    };
  }
  if (wanted !== undefined)
    throw new Misuse(`whisper-server, which runs ${model.name}, is not built: ${BUILD}`);
  return demo(`Whisper ${model.name} is here, but whisper-server is not built: ${BUILD}`);
}

const demo = (way: string): ChosenTranscription => ({
  transcription: DEMO_TRANSCRIPTION,
  notice: `${DEMO_NOTICE} ${way}`,
});

function named(wanted: string, installed: readonly InstalledModel[]): InstalledModel {
  const plain = wanted.replace(/^whisper-/, '');
  const model = installed.find(({ name }) => name === wanted || name === plain);
  if (model?.kind === 'speech') return model;
  const { name, kind } = model ?? knownModel(wanted);
  if (kind !== 'speech') throw new Misuse(`'${name}' reads transcripts and hears no calls`);
  throw new Misuse(`the model '${name}' is not here: sada models pull ${name}`);
}

/** One step up, for what stands in the table below it. */
function improvement({ name, added }: InstalledModel): string {
  const better = [FIRST_WHISPER, BETTER_WHISPER].find((step) => rankOf(step) < rankOf(name));
  return added || better === undefined ? '' : ` More exact: sada models pull ${better}`;
}

const rankOf = (name: string): number => WHISPER_MODELS.findIndex((model) => model.name === name);
