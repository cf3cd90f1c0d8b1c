import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../../../local/clock.ts';
import { givenS3, type GivenS3 } from './given-s3.ts';

/** Debian's: another `aws` may come first on the PATH. */
const AWS = '/usr/bin/aws';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export interface GivenAwsCli extends GivenS3 {
  /** A folder of the test's own, in which the CLI runs. */
  folder: string;
  /** Runs `aws --endpoint-url ENDPOINT ...args`, whatever comes of it. */
  run: (...args: string[]) => Promise<Ran>;
  /** The same where all goes well: gives what it printed. */
  aws: (...args: string[]) => Promise<string>;
}

/** The AWS CLI beside an S3 that runs on the machine's clock, as presigned URLs of the CLI do. */
export async function givenAwsCli(): Promise<GivenAwsCli> {
  const given = await givenS3({ clock: systemClock });
  const folder = await mkdtemp(join(tmpdir(), 'sada-aws-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const all = ['--endpoint-url', given.s3.endpoint, '--output', 'json', ...args];
      const options = { cwd: folder, env: environmentOf(folder) };
      execFile(AWS, all, options, (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, stdout, stderr });
      });
    });
  const aws = async (...args: string[]): Promise<string> => {
    const { status, stdout, stderr } = await run(...args);
    if (status === 0) return stdout;
    throw new Error(`aws ${args.join(' ')} ended with ${status}: ${stderr}`);
  };
  return { ...given, folder, run, aws };
}

/** Nothing of the machine's own configuration. */
const environmentOf = (home: string): Record<string, string> => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  LANG: 'C.UTF-8',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
});
