import { App, Stack } from 'aws-cdk-lib';
import { DockerImageAsset } from 'aws-cdk-lib/aws-ecr-assets';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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

const WHISPER = { container: 'whisper', context: contextOf('whisper', 'cpu') } as const;
const JAIS = { container: 'jais', context: contextOf('jais', 'server') } as const;
const IMAGES = [WHISPER, JAIS];

const dockerfile = (container: string): string => textOf(`containers/${container}/Dockerfile`);

/** Instructions with their continuation lines joined. */
const instructions = (container: string): string[] =>
  dockerfile(container)
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');

describe.each(IMAGES)('the image of $container', ({ container, context }) => {
  it('finds in its context all that its Dockerfile copies', () => {
    const copied = instructions(container)
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.length).toBeGreaterThan(3);
    expect(copied.filter((path) => !existsSync(join(context, path)))).toEqual([]);
  });

  it('is not made anew for what it does not hold', () => {
    const entries = readdirSync(context).sort();
    expect(entries).toEqual(['.npmrc', 'containers', 'core', 'package-lock.json', 'package.json']);
    const sources = readdirSync(join(context, 'containers')).filter((one) =>
      existsSync(join(context, 'containers', one, 'src')),
    );
    expect(sources).toEqual([container]);
  });

  it('is built for the machines that run it, from bases and packages alone', () => {
    const bases = instructions(container).filter((line) => line.startsWith('FROM '));
    const known =
      /^FROM (node:24-bookworm-slim|cpu|nvidia\/cuda:[\w.-]+@sha256:[0-9a-f]{64}) AS \w+$/;
    expect(bases.filter((line) => !known.test(line))).toEqual([]);
    expect(dockerfile(container)).not.toMatch(/curl|wget|ADD |https?:/);
  });

  it('starts its program itself, which so hears the signal to stop', () => {
    expect(instructions(container)).toContain('ENTRYPOINT ["node", "main.mjs"]');
  });

  it('has a program that bundles by its own line, and runs', () => {
    const line = instructions(container).find((one) => one.includes('esbuild')) ?? '';
    if (!existsSync(join(context, 'node_modules'))) {
      symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'));
    }
    execFileSync('sh', ['-c', line.replace('RUN ', '')], { cwd: context, stdio: 'ignore' });
    const help = spawnSync(process.execPath, ['main.mjs', '--help'], {
      cwd: context,
      encoding: 'utf8',
    });
    const said = { whisper: 'works on the job queue', jais: 'one prefix, many branches' }[
      container
    ];
    expect(`${help.stdout}${help.stderr}`).toContain(said);
  });
});

describe('the image of the worker', () => {
  it('has a target for either compute, and runs without root', () => {
    const targets = [...dockerfile('whisper').matchAll(/ AS (\w+)$/gm)].map(([, name]) => name);
    expect(targets).toEqual(['build', 'cpu', 'gpu']);
    expect(instructions('whisper')).toContain('USER node');
  });

  it('brings the programs that the worker starts', () => {
    const started = projectFiles('containers/whisper/src/**/*.ts').flatMap((file) =>
      [...textOf(file).matchAll(/runProgram\('(\w+)'/g)].map(([, program]) => program),
    );
    expect(new Set(started)).toEqual(new Set(['ffmpeg', 'ffprobe', 'pocketsphinx_batch']));
    expect(dockerfile('whisper')).toMatch(
      /apt-get install -y --no-install-recommends ffmpeg pocketsphinx pocketsphinx-en-us/,
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
