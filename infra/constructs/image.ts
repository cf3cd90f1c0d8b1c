import { IgnoreMode } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { PROJECT_ROOT } from '../project.ts';

/** All that a Dockerfile of ours may copy: a change elsewhere makes no new image. */
const CONTEXT = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'core',
  'containers/*/package.json',
  'containers/*/src',
];

/** How the image of a container is built: from the project's root, since it holds `core/` too. */
export const imageOf = (container: 'whisper' | 'jais', target: string) => ({
  directory: PROJECT_ROOT,
  file: `containers/${container}/Dockerfile`,
  target,
  platform: Platform.LINUX_AMD64,
  ignoreMode: IgnoreMode.DOCKER,
  exclude: [
    '**',
    ...[...CONTEXT, `containers/${container}/Dockerfile`].map((path) => `!${path}`),
    'containers/jais/src',
    'containers/whisper/src',
    `!containers/${container}/src`,
  ],
});
