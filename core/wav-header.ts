/** What streaming recorders write where they cannot know the length yet. */
const UNKNOWN_LENGTHS: readonly number[] = [0, 0x7fffffff, 0xffffffff];
const CHUNK_HEADER = 8;

const ascii = (bytes: Uint8Array, at: number): string =>
  String.fromCodePoint(...bytes.subarray(at, at + 4));

/**
 * Where a WAV file's sound should end, in bytes from its start, as its `data` chunk declares.
 * Null when it is no WAV, when the declaration is open (a recorder that streams), or when the
 * chunk lies beyond `head`. RIFF layout: Microsoft, "Multimedia Programming Interface" (1991).
 * @param head the file's first bytes; 64 KiB hold every header seen
 */
export function declaredEndOfWav(head: Uint8Array): number | null {
  if (head.length < 12 || ascii(head, 0) !== 'RIFF' || ascii(head, 8) !== 'WAVE') return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let at = 12;
  while (at + CHUNK_HEADER <= head.length) {
    const length = view.getUint32(at + 4, true);
    const body = at + CHUNK_HEADER;
    if (ascii(head, at) === 'data') return UNKNOWN_LENGTHS.includes(length) ? null : body + length;
    // Chunks are padded to an even length.
    at = body + length + (length % 2);
  }
  return null;
}
