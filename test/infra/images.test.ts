import { App, Stack } from 'aws-cdk-lib';
import { DockerImageAsset } from 'aws-cdk-lib/aws-ecr-assets';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configFrom } from '../../containers/whisper/src/config.ts';
import { ENV } from '../../core/contract.ts';
import { modelNamed } from '../../core/models/catalogue.ts';
import { whisperEngine } from '../../core/models/model.ts';
import { imageOf } from '../../infra/constructs/image.ts';
import { projectFiles, ROOT, textOf } from '../support/project-files.ts';

const outdir = mkdtempSync(join(tmpdir(), 'images-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** The folder that Docker would be given, as `cdk deploy` does. */
function contextOf(container: 'whisper' | 'jais', target: string): string {
  const app = new App({ outdir: join(outdir, container) });
  const image = new DockerImageAsset(new Stack(app, 'images'), 'Image', imageOf(container, target));
  return join(outdir, container, `asset.${image.assetHash}`);
}

const WHISPER = { container: 'whisper', context: contextOf('whisper', 'cuda') } as const;
const JAIS = { container: 'jais', context: contextOf('jais', 'server') } as const;
const IMAGES = [WHISPER, JAIS];

const dockerfile = (container: string): string => textOf(`containers/${container}/Dockerfile`);

/** Instructions with their continuation lines joined. */
const instructions = (container: string): string[] =>
  dockerfile(container)
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');

/** The instructions of one stage, its FROM first. */
function stageOf(name: string): string[] {
  const lines = instructions('whisper').filter((line) => line !== '');
  const from = lines.findIndex((line) => line.startsWith('FROM ') && line.endsWith(` AS ${name}`));
  const to = lines.findIndex((line, at) => at > from && line.startsWith('FROM '));
  return lines.slice(from, to === -1 ? undefined : to);
}

/** What a stage's ENV sets. */
const variablesOf = (stage: string): Record<string, string> =>
  Object.fromEntries(
    stageOf(stage)
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => line.slice(4).split(/\s+/))
      .map((pair) => pair.split('=', 2) as [string, string]),
  );

/** Folders of the checkout that a context has beside `containers/` and `core/`. */
const BESIDE = { whisper: ['cli', 'local', 'scripts'], jais: [] } as const;

/** What changes often, and no image holds. */
const STRANGERS = [
  'cli/commands',
  'local/services',
  'scripts/setup.ts',
  'containers/whisper/tools',
];

/** What each bundle says when it is run by hand. */
const SAID = {
  whisper: ['works on the job queue', 'expected: pull-model.ts NAME DIRECTORY'],
  jais: ['one prefix, many branches'],
};

/** Both groups of a pattern, where it matches. */
function matches(pattern: RegExp, line: string): [string, string][] {
  const [, one, other] = pattern.exec(line) ?? [];
  return one === undefined || other === undefined ? [] : [[one, other]];
}

describe.each(IMAGES)('the image of $container', ({ container, context }) => {
  it('finds in its context all that its Dockerfile copies', () => {
    const copied = instructions(container)
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.length).toBeGreaterThan(3);
    expect(copied.filter((path) => !existsSync(join(context, path)))).toEqual([]);
  });

  it('is not made anew for what it does not hold', () => {
    const files = ['.npmrc', 'package-lock.json', 'package.json'];
    const folders = ['containers', 'core', ...BESIDE[container]];
    expect(readdirSync(context).sort()).toEqual([...files, ...folders].sort());
    const sources = readdirSync(join(context, 'containers')).filter((one) =>
      existsSync(join(context, 'containers', one, 'src')),
    );
    expect(sources).toEqual([container]);
    expect(STRANGERS.filter((path) => existsSync(join(context, path)))).toEqual([]);
  });

  it('is built for the machines that run it, from bases and packages alone', () => {
    const lines = instructions(container);
    const pins = new Map(lines.flatMap((line) => matches(/^ARG (\w+)=(\S+)$/, line)));
    const bases = lines.flatMap((line) => /^FROM (\S+) AS [\w-]+$/.exec(line)?.[1] ?? []);
    const stages = lines.flatMap((line) => /^FROM \S+ AS (\w[\w-]*)$/.exec(line)?.[1] ?? []);
    const outside = bases
      .map((base) => base.replace(/^\$\{(\w+)\}$/, (_, name: string) => pins.get(name) ?? name))
      .filter((base) => !stages.includes(base));
    expect(outside.length).toBeGreaterThan(0);
    for (const base of outside)
      expect(base).toMatch(/^(node|nvidia\/cuda):[\w.-]+@sha256:[0-9a-f]{64}$/);
    expect(dockerfile(container)).not.toMatch(/curl|wget|ADD |https?:/);
  });

  it('starts its program itself, which so hears the signal to stop', () => {
    expect(instructions(container)).toContain('ENTRYPOINT ["node", "main.mjs"]');
  });

  it('has programs that bundle by its own lines, and run', () => {
    if (!existsSync(join(context, 'node_modules'))) {
      symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'));
    }
    const lines = instructions(container).filter((one) => one.includes('esbuild'));
    for (const line of lines) {
      execFileSync('sh', ['-c', line.replace('RUN ', '')], { cwd: context, stdio: 'ignore' });
    }
    const said = lines.map((line) => {
      const bundle = /--outfile=(\S+)/.exec(line)?.[1] ?? '';
      const help = [bundle, '--help'];
      const { stdout, stderr } = spawnSync(process.execPath, help, {
        cwd: context,
        encoding: 'utf8',
      });
      return `${stdout}${stderr}`;
    });
    expect(said).toEqual(SAID[container].map((text) => expect.stringContaining(text) as string));
  });
});

describe('the image of the worker', () => {
  const lines = instructions('whisper');

  it('has a target for either compute, and both run without root', () => {
    for (const target of ['cpu', 'cuda']) {
      const stage = stageOf(target);
      expect(stage[0]).toBe(`FROM worker AS ${target}`);
      expect(stage.at(-1)).toBe('USER node');
    }
  });

  it('is built from bases that are pinned, and from packages: nothing else is fetched', () => {
    const stages = lines.flatMap((line) => / AS (\S+)$/.exec(line)?.[1] ?? []);
    const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    const named = bases.filter((base) => !stages.includes(base));
    expect(new Set(named)).toEqual(new Set(['${NODE}', '${CUDA}']));
    for (const name of ['NODE', 'CUDA']) {
      const pin = lines.find((line) => line.startsWith(`ARG ${name}=`)) ?? '';
      expect(pin).toMatch(/=[a-z/]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
    }
    expect(dockerfile('whisper')).not.toMatch(/curl|wget|ADD |https?:/);
  });

  it('builds the engine by the recipe of developers, for the CPU and for a T4', () => {
    expect(stageOf('source')).toContain('RUN node /recipe/fetch.ts /source');
    for (const backend of ['cpu', 'cuda']) {
      const build = `/recipe/build.sh /source /opt/whisper.cpp ${backend}`;
      expect(stageOf(`engine-${backend}`).some((line) => line.endsWith(build))).toBe(true);
    }
    expect(textOf('containers/whisper/whisper.cpp/build.sh')).toContain('75-real');
  });

  it('names a model that can be pulled, by the file that its pull leaves', () => {
    const name = /^ARG MODEL=(.+)$/m.exec(dockerfile('whisper'))?.[1] ?? '';
    expect(modelNamed(name)?.file).toBe(`ggml-${name}.bin`);
    expect(variablesOf('cuda')[ENV.whisperModel]).toBe('/models/ggml-${MODEL}.bin');
  });

  it('tells the worker what it holds, in words that the worker accepts', () => {
    const needed = { [ENV.jobQueueUrl]: 'https://sqs.test/1/jobs', [ENV.bucket]: 'work' };
    const variables = { ...variablesOf('worker'), ...variablesOf('cuda') };
    const model = 'large-v3-turbo-q8_0';
    const filled = Object.entries(variables).map(([name, value]) => [
      name,
      value.replaceAll('${MODEL}', model),
    ]);
    expect(configFrom({ ...Object.fromEntries(filled), ...needed }).engine).toMatchObject({
      name: whisperEngine(model),
      server: '/opt/whisper.cpp/bin/whisper-server',
      model: `/models/ggml-${model}.bin`,
      gpuRequired: true,
    });
    expect(variables).toMatchObject({ OMP_WAIT_POLICY: 'passive', GOMP_SPINCOUNT: '0' });
  });

  it('brings the programs that the worker starts', () => {
    const started = projectFiles('containers/whisper/src/**/*.ts').flatMap((file) =>
      [...textOf(file).matchAll(/runProgram\('(\w+)'/g)].map(([, program]) => program),
    );
    expect(new Set(started)).toEqual(new Set(['ffmpeg', 'ffprobe', 'pocketsphinx_batch']));
    expect(stageOf('worker').join(' ')).toMatch(/--no-install-recommends ffmpeg libgomp1 /);
    expect(stageOf('cpu').join(' ')).toMatch(
      /--no-install-recommends pocketsphinx pocketsphinx-en-us /,
    );
  });

  it('writes to its scratch folder alone', () => {
    const { TMPDIR = '' } = variablesOf('worker');
    expect(stageOf('worker')).toEqual(
      expect.arrayContaining([`RUN install -d -o node -g node ${TMPDIR}`, `VOLUME ${TMPDIR}`]),
    );
  });
});

describe('the image of the language model', () => {
  const lines = instructions('jais');

  it('compiles the engine for the T4 and runs what it compiled', () => {
    const bases = lines
      .filter((line) => line.startsWith('FROM '))
      .map((line) => line.split(' ')[1]);
    const releases = bases.map((base) => /cuda:([\d.]+)-/.exec(base ?? '')?.[1]);
    expect(releases).toEqual([undefined, '12.4.1', '12.4.1']);
    const option = 'ENV NODE_LLAMA_CPP_CMAKE_OPTION_CMAKE_CUDA_ARCHITECTURES=75-real';
    expect(lines.filter((line) => line === option)).toHaveLength(2);
  });

  it('holds no model, and runs without root', () => {
    expect(dockerfile('jais')).not.toMatch(/COPY .*(gguf|model)/i);
    expect(lines).toContain('USER 1000');
  });

  it('asks for a package of the engine that brings no CUDA of its own', () => {
    const { overrides } = JSON.parse(textOf('package.json')) as {
      overrides: Record<string, string>;
    };
    expect(overrides['@node-llama-cpp/linux-x64-cuda']).toMatch(/^npm:empty-npm-package@/);
    expect(overrides['@node-llama-cpp/linux-x64-cuda-ext']).toMatch(/^npm:empty-npm-package@/);
    expect(overrides).not.toHaveProperty('@node-llama-cpp/linux-x64');
  });
});
