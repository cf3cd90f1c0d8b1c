import { IgnoreMode } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { PROJECT_ROOT } from '../project.ts';

/** What a Dockerfile of ours may copy beside its container's own files. */
const SHARED = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'containers/*/package.json',
  'core',
] as const;

/** What fetches a model while an image is built. */
const MODEL_PULL = [
  'scripts/pull-model.ts',
  'cli/exit-codes.ts',
  'cli/misuse.ts',
  'cli/models',
  'cli/process/interrupt.ts',
  'local/clock.ts',
  'local/models',
  'local/pause.ts',
  'local/process-identity.ts',
] as const;

const OWN = {
  whisper: ['containers/whisper/src', 'containers/whisper/whisper.cpp', ...MODEL_PULL],
  jais: ['containers/jais/src'],
} as const;

/**
 * How the image of a container is built: from the project's root, since it holds `core/` too. Only
 * what it may copy is handed over, so that a change elsewhere makes no new image.
 */
export const imageOf = (
  container: 'whisper' | 'jais',
  target: string,
  buildArgs: Record<string, string> = {},
) => {
  const file = `containers/${container}/Dockerfile`;
  const handedOver = [...SHARED, file, ...OWN[container]];
  return {
    directory: PROJECT_ROOT,
    file,
    target,
    buildArgs,
    platform: Platform.LINUX_AMD64,
    ignoreMode: IgnoreMode.DOCKER,
    exclude: ['**', ...handedOver.map((path) => `!${path}`)],
  };
};
