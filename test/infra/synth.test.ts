import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, fromAssembly, fromSources } from '../../local/deployable.ts';
import { ROOT } from '../support/project-files.ts';
import { startWholeSystem } from '../support/whole-system.ts';

const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** `cdk synth` as people run it, but without credentials, a home to find them in, or Docker. */
function cdkSynth(env: string) {
  const { PATH = '' } = process.env;
  return spawnSync(
    'npx',
    ['--no-install', 'cdk', 'synth', '-q', '-c', `env=${env}`, '-o', outdir],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH, HOME: outdir, CDK_DOCKER: '/no/docker', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    },
  );
}

describe('cdk synth -c env=dev', () => {
  let ran: ReturnType<typeof cdkSynth>;

  beforeAll(() => {
    ran = cdkSynth('dev');
  }, 120_000);

  it('ends well, and says that it makes no endpoint', () => {
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain("environment 'dev' names no model: no endpoint is made");
  });

  it('finds nothing wrong', () => {
    const report = readFileSync(join(outdir, 'validation-report.json'), 'utf8');
    expect(report).not.toContain('CloudFormation-Validate');
    expect(ran.stderr).not.toMatch(/^(WARNING|ERROR)/m);
  });

  it('is what the local system runs, byte for byte', { timeout: 60_000 }, async () => {
    expect(await differences(await fromAssembly(outdir), await fromSources())).toEqual([]);
  });

  it('is no longer that when a letter of a source has changed since', async () => {
    const [assembly, sources] = [await fromAssembly(outdir), await fromSources()];
    const definition = sources.definition.replace('One recording', 'Any recording');
    const bundle = join(outdir, 'changed.mjs');
    writeFileSync(bundle, `${readFileSync(sources.bundles['close-call'], 'utf8')} `);
    const bundles = { ...sources.bundles, 'close-call': bundle };
    expect(await differences(assembly, { definition, bundles })).toEqual([
      'definition',
      'close-call',
    ]);
  });

  it('can be run on this machine', async () => {
    const whole = await startWholeSystem({ assembly: outdir });
    const call = await whole.upload('recordings/notes.wav', Buffer.from('only text, no sound'));
    await whole.system.calls.ended(call);
    expect(await whole.record(call.callId)).toMatchObject({ code: 'NOT_AUDIO' });
    await whole.stop();
  });

  it('stays under the size that CloudFormation takes with room to grow', () => {
    for (const stack of ['storage', 'models', 'pipeline']) {
      const { size } = statSync(join(outdir, `sada-dev-${stack}.template.json`));
      expect(size, stack).toBeLessThan(300_000);
    }
  });
});

/** The app alone: the CLI says once more that it ended so, and has an exit code of its own. */
const startApp = (context: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CDK_CONTEXT_JSON: JSON.stringify(context) },
  });

describe('an environment that is not there', () => {
  it('is refused in one line with the known ones, exit 2', { timeout: 60_000 }, () => {
    const hint = 'expected one of: dev, staging, prod (cdk synth -c env=NAME)\n';
    expect(startApp({ env: 'test' })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `no environment 'test', ${hint}`,
    });
    expect(startApp({})).toMatchObject({
      status: 2,
      stderr: `no environment is named, ${hint}`,
    });
  });
});

describe('a synth as of a day', () => {
  it.each([
    [
      'after a holiday',
      '2027-01-02T12:00:00Z',
      'environment \'prod\': businessHours.holidays.0 is {"date":"2027-01-01","name":"New Year\'s Day"}, expected a holiday that is not over on 2027-01-02',
    ],
    ['that is none', 'soon', 'at is "soon", expected an instant such as 2027-01-31T09:00:00Z'],
  ])('%s is refused in one line, exit 2', { timeout: 60_000 }, (_, at, says) => {
    expect(startApp({ env: 'prod', at })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `${says} (cdk synth -c env=NAME)\n`,
    });
  });
});
