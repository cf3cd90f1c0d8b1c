/** The bytes of an object that a GET asks for; `end` is inclusive, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header: `bytes=a-b`, `bytes=a-` or `bytes=-n`. Anything else, more than one range
 * included, is passed over as S3 does, and the whole object is answered.
 * @returns `undefined` for the whole object
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') return within(Math.max(0, size - Number(last)), size - 1, size);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return within(Number(first), end, size);
}

function within(start: number, end: number, size: number): ByteRange | 'unsatisfiable' {
  return start < size && start <= end ? { start, end } : 'unsatisfiable';
}
