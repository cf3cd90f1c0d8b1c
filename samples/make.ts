/** Makes the calls of this folder from their scripts: `npm run samples`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { copyAsMuLaw } from './mu-law.ts';
import { contractAngryCancellation } from './scripts/contract-angry-cancellation.ts';
import { refundResolved } from './scripts/refund-resolved.ts';
import { routerFollowUp } from './scripts/router-follow-up.ts';
import { record } from './timeline.ts';
import { monoTruth, truthOf, type Truth } from './truth.ts';
import { VoicesMissing, speak } from './voices.ts';
import { mixed, wav } from './wav.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

function saveTruth(name: string, truth: Truth): void {
  writeFileSync(pathOf(`${name}.truth.json`), `${JSON.stringify(truth, null, 2)}\n`);
  process.stdout.write(`${name}.wav  ${truth.durationSeconds.toFixed(1)} s\n`);
}

function makeAll(): void {
  for (const script of [refundResolved, routerFollowUp, contractAngryCancellation]) {
    const { name } = script;
    const call = record(script, speak);
    const truth = truthOf(script, call);
    writeFileSync(pathOf(`${name}.wav`), wav([call.left, call.right]));
    saveTruth(name, truth);
    if (script === refundResolved) {
      writeFileSync(pathOf(`${name}-mono.wav`), wav([mixed(call.left, call.right)]));
      saveTruth(`${name}-mono`, monoTruth(truth, name));
    }
    if (script === routerFollowUp) {
      copyAsMuLaw(pathOf(`${name}.wav`), pathOf(`${name}-8khz-mulaw.wav`));
      saveTruth(`${name}-8khz-mulaw`, { ...truth, variantOf: name });
    }
  }
}

try {
  makeAll();
} catch (error) {
  if (!(error instanceof VoicesMissing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
