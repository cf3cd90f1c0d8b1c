/* oxlint-disable no-console -- a program for people */
import { spawnSync } from 'node:child_process';
import { bundleHandlers } from '../local/lambda/bundle.ts';
import { missingPrograms, type SystemProgram } from '../local/system-programs.ts';
import { buildWhisperCpp } from './setup/whisper-cpp.ts';

const forTests = process.argv.includes('--all');

const missing = missingPrograms(forTests);
if (missing.length > 0) install(missing);
await bundleHandlers();
if (forTests) await buildWhisperCpp();
console.log('Ready: the programs are there, the handlers are bundled.');

function install(programs: readonly SystemProgram[]): void {
  for (const { provides, package: name, why } of programs) {
    console.log(`missing ${provides}: ${why} (Debian package ${name})`);
  }
  const packages = [...new Set(programs.map((one) => one.package))].join(' ');
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  if (process.getuid?.() !== 0) {
    fail(`Installing needs root. Run this, then again what you ran:\n  sudo sh -c '${line}'`);
  }
  console.log(`Installing with: ${line}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('sh', ['-c', line], { stdio: 'inherit', env });
  const still = missingPrograms(forTests);
  if (status !== 0 || still.length > 0) {
    fail(`Not installed: ${still.map((one) => one.package).join(', ') || 'see above'}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
