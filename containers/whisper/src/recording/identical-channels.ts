import { open, type FileHandle } from 'node:fs/promises';
import { BYTES_PER_SECOND } from './pcm.ts';

/** Over a whole recording, and over the worst of its seconds: lossy coding takes a little. */
const ALIKE = 0.98;
const ALIKE_AT_ANY_TIME = 0.9;
/** A copy that is quieter than this (3 dB) is what one channel hears of the other. */
const LEAST_POWER_SHARE = 0.5;
/** Of the seconds that are heard at all: those up to 30 dB under the loudest. */
const HEARD = 1e-3;
const SHARE_OF_SECONDS = 0.95;

/** Power of both channels and of what they share, means removed. */
interface Powers {
  left: number;
  right: number;
  shared: number;
}

/**
 * Whether two decoded channels are one sound: a mono line recorded as stereo. They correlate as a
 * whole and second by second, so that hold music on both does not hide two speakers. A silent
 * channel is like nothing.
 */
export async function channelsAreIdentical(
  [left, right]: readonly [string, string],
  signal: AbortSignal,
): Promise<boolean> {
  const seconds = await powersOf(left, right, signal);
  const whole = seconds.reduce(sum, { left: 0, right: 0, shared: 0 });
  if (correlation(whole) < ALIKE || !equallyLoud(whole)) return false;
  const loudest = seconds.reduce((most, { left: power }) => Math.max(most, power), 0);
  const heard = seconds.filter((second) => second.left >= loudest * HEARD);
  const alike = heard.filter((second) => correlation(second) >= ALIKE_AT_ANY_TIME);
  return alike.length >= heard.length * SHARE_OF_SECONDS;
}

async function powersOf(left: string, right: string, signal: AbortSignal): Promise<Powers[]> {
  const files = [await open(left), await open(right)] as const;
  try {
    const seconds: Powers[] = [];
    const blocks = [Buffer.alloc(BYTES_PER_SECOND), Buffer.alloc(BYTES_PER_SECOND)] as const;
    for (;;) {
      signal.throwIfAborted();
      const one = await samplesOf(files[0], blocks[0]);
      const other = await samplesOf(files[1], blocks[1]);
      if (one.length === 0 || other.length === 0) return seconds;
      seconds.push(powers(one, other));
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

async function samplesOf(file: FileHandle, block: Buffer): Promise<Int16Array> {
  const { bytesRead } = await file.read(block);
  return new Int16Array(block.buffer, block.byteOffset, bytesRead >> 1);
}

function powers(one: Int16Array, other: Int16Array): Powers {
  const length = Math.min(one.length, other.length);
  let [left, right, shared, sumLeft, sumRight] = [0, 0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const [x, y] = [one[at] as number, other[at] as number];
    left += x * x;
    right += y * y;
    shared += x * y;
    sumLeft += x;
    sumRight += y;
  }
  return {
    left: left - (sumLeft * sumLeft) / length,
    right: right - (sumRight * sumRight) / length,
    shared: shared - (sumLeft * sumRight) / length,
  };
}

const sum = (one: Powers, other: Powers): Powers => ({
  left: one.left + other.left,
  right: one.right + other.right,
  shared: one.shared + other.shared,
});

/** -1 to 1; 0 where a channel is silent. */
const correlation = ({ left, right, shared }: Powers): number =>
  left > 0 && right > 0 ? shared / Math.sqrt(left * right) : 0;

const equallyLoud = ({ left, right }: Powers): boolean =>
  Math.min(left, right) >= LEAST_POWER_SHARE * Math.max(left, right);
