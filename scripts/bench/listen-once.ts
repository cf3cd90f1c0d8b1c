/** Decodes and listens to the recording it is given; prints what that cost as JSON. */
import { systemClock } from '../../containers/whisper/src/clock.ts';
import { decode } from '../../containers/whisper/src/recording/decode.ts';
import { probe } from '../../containers/whisper/src/recording/probe.ts';
import { withScratchFolder } from '../../containers/whisper/src/scratch.ts';
import { speechSegments } from '../../containers/whisper/src/voice-activity/segments.ts';
import { loadSilero } from '../../containers/whisper/src/voice-activity/silero.ts';
// As the worker holds them too: their memory counts.
import '../../containers/whisper/src/service.ts';
import { peakMegabytesOf } from './process-figures.ts';

const [, , file = ''] = process.argv;
const limits = { clock: systemClock, signal: new AbortController().signal };

await withScratchFolder(async (folder) => {
  const detector = await loadSilero();
  const options = { ...limits, folder, longestSeconds: 14_400, noiseReduction: false };
  const audio = await decode(file, await probe(file, limits), options);
  const before = process.cpuUsage();
  for (const pcmFile of audio.pcmFiles) {
    const probabilities = await detector.probabilities(pcmFile, limits.signal);
    speechSegments(probabilities, audio.durationSeconds);
  }
  const { user, system } = process.cpuUsage(before);
  const channels = audio.pcmFiles.length;
  const figures = {
    audioSeconds: audio.durationSeconds,
    channels,
    detectorShare: (user + system) / 1e6 / channels / audio.durationSeconds,
    peakMegabytes: peakMegabytesOf(process.pid),
  };
  process.stdout.write(JSON.stringify(figures));
});
