import type { Model } from '../../core/models/model.ts';
import { systemClock } from '../../local/clock.ts';
import { sizeOf } from '../../local/models/size-of.ts';
import { pullModel, type PullOptions, type Pulled } from '../../local/models/pull.ts';
import { PullProgress } from './pull-progress.ts';
import type { ProgressStream } from '../process/progress.ts';

/** Pulls a model and tells people how it goes. */
export async function pullShown(
  model: Model,
  options: Omit<PullOptions, 'onProgress' | 'clock'>,
  stream: ProgressStream,
): Promise<Pulled> {
  const { name, published } = model;
  const bytes = published?.bytes ?? 0;
  const progress = new PullProgress(stream, bytes, systemClock);
  try {
    const pulled = await pullModel(model, { ...options, onProgress: (here) => progress.at(here) });
    progress.end();
    stream.write(
      pulled.fetched
        ? `${name}: pulled, ${sizeOf(bytes)}, sha256 right: ${pulled.path}\n`
        : `${name}: already here: ${pulled.path}\n`,
    );
    return pulled;
  } catch (error) {
    progress.end();
    throw error;
  }
}
