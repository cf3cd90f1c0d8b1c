import { seeded } from '../../../../core/seeded-random.ts';

/** Ways in which files break on their way: cut short, bytes flipped, a stretch lost or doubled. */
const MUTATIONS = [
  (file: Buffer, random: () => number) => file.subarray(0, Math.floor(random() * file.length)),
  (file: Buffer, random: () => number) => flipped(file, random, file.length, 20),
  // Headers are where parsers trust what they read.
  (file: Buffer, random: () => number) => flipped(file, random, Math.min(128, file.length), 4),
  (file: Buffer, random: () => number) => {
    const [from, to] = [random(), random()]
      .map((share) => Math.floor(share * file.length))
      .sort((one, other) => one - other);
    return Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  },
  (file: Buffer, random: () => number) => {
    const at = Math.floor(random() * file.length);
    return Buffer.concat([file.subarray(0, at), file]);
  },
] as const;

/** A broken copy of a file, the same for the same seed. */
export function mutated(file: Buffer, seed: number): Buffer {
  const random = seeded(seed);
  const mutate = MUTATIONS[seed % MUTATIONS.length];
  return mutate ? mutate(file, random) : file;
}

function flipped(file: Buffer, random: () => number, within: number, count: number): Buffer {
  const copy = Buffer.from(file);
  for (let flip = 0; flip < count; flip++) {
    copy[Math.floor(random() * within)] = Math.floor(random() * 256);
  }
  return copy;
}
