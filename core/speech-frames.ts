/** What the frames of a headerless or nearly headerless telephone codec tell. */
export interface FramedSpeech {
  /** Null where only the whole file would tell. */
  durationSeconds: number | null;
  channels: 1;
}

/** Every codec here codes 20 ms a frame. */
const FRAMES_PER_SECOND = 50;

/** Bytes of a GSM 06.10 frame, and the mark in the upper half of its first byte (RFC 3551, 4.5.8). */
const GSM_FRAME = 33;
const GSM_MARK = 0xd;
/** Fewer marks than this in a row could be chance. */
const FEWEST_FRAMES = 10;

/** What AMR files open with, and the bytes of a frame by its type, after its first (RFC 4867). */
const AMR = [
  { magic: '#!AMR\n', sizes: [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0] },
  { magic: '#!AMR-WB\n', sizes: [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0] },
] as const;

/**
 * Length and channels of AMR and of raw GSM, which libraries for headers do not know. Null when
 * the file is neither.
 * @param head the file's first bytes
 * @param size of the whole file, in bytes
 */
export function framedSpeech(head: Uint8Array, size: number): FramedSpeech | null {
  for (const { magic, sizes } of AMR) {
    if (!startsWith(head, magic)) continue;
    if (head.length < size) return { durationSeconds: null, channels: 1 };
    return {
      durationSeconds: amrFrames(head, magic.length, sizes) / FRAMES_PER_SECOND,
      channels: 1,
    };
  }
  if (!isGsm(head)) return null;
  return { durationSeconds: Math.floor(size / GSM_FRAME) / FRAMES_PER_SECOND, channels: 1 };
}

const startsWith = (bytes: Uint8Array, ascii: string): boolean =>
  String.fromCodePoint(...bytes.subarray(0, ascii.length)) === ascii;

function amrFrames(bytes: Uint8Array, from: number, sizes: readonly number[]): number {
  let frames = 0;
  for (let at = from; at < bytes.length; frames++) {
    const type = ((bytes[at] ?? 0) >> 3) & 0xf;
    at += 1 + (sizes[type] ?? 0);
  }
  return frames;
}

function isGsm(head: Uint8Array): boolean {
  const frames = Math.floor(head.length / GSM_FRAME);
  const marked = (frame: number): boolean => (head[frame * GSM_FRAME] ?? 0) >> 4 === GSM_MARK;
  return frames >= FEWEST_FRAMES && Array.from({ length: frames }, (_, at) => at).every(marked);
}
