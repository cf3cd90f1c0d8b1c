import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleHandlers } from '../../local/lambda/bundle.ts';
import { FUNCTION_NAMES, PROCESS_CALL_DEFINITION } from '../../statemachines/bindings.ts';
import { ROOT, textOf } from '../support/project-files.ts';

/** As the CLI writes it. */
interface Assembly {
  Resources: Record<
    string,
    {
      Type: string;
      Properties: { FunctionName?: string; DefinitionString?: string };
      Metadata?: Record<string, string>;
    }
  >;
}

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
  let pipeline: Assembly;

  beforeAll(() => {
    ran = cdkSynth('dev');
    pipeline = JSON.parse(
      readFileSync(join(outdir, 'sada-dev-pipeline.template.json'), 'utf8'),
    ) as Assembly;
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

  it(
    'holds the bundles that the local system runs, byte for byte',
    { timeout: 60_000 },
    async () => {
      const bundles = await bundleHandlers();
      const functions = Object.values(pipeline.Resources).filter(
        ({ Type }) => Type === 'AWS::Lambda::Function',
      );
      const differing = FUNCTION_NAMES.filter((name) => {
        const found = functions.find(
          ({ Properties }) => Properties.FunctionName === `sada-dev-${name}`,
        );
        const asset = found?.Metadata?.['aws:asset:path'] ?? 'missing';
        const cloud = readFileSync(join(outdir, asset, 'index.mjs'));
        return !cloud.equals(readFileSync(bundles[name]));
      });
      expect(differing).toEqual([]);
      expect(functions).toHaveLength(FUNCTION_NAMES.length);
    },
  );

  it('holds the definition that the local system runs, byte for byte', () => {
    const machine = Object.values(pipeline.Resources).find(
      ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
    );
    expect(machine?.Properties.DefinitionString).toBe(textOf(PROCESS_CALL_DEFINITION));
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
