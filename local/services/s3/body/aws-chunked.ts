import { S3Error } from '../errors.ts';

/** Size lines carry an 80-character signature, trailers a base64 SHA-256: nothing is near this. */
const LONGEST_LINE = 4096;
const LINE_FEED = 0x0a;

/** What the next bytes are; `gap` is the empty line after a frame's data. */
type Part = 'size' | 'data' | 'gap' | 'trailers' | 'done';

/**
 * Takes the frames of `Content-Encoding: aws-chunked` apart: `HEX[;chunk-signature=...]CRLF`, as
 * many bytes, CRLF, and so on to a frame of size 0, then trailers. Signatures are not verified.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export class AwsChunkedDecoder {
  #part: Part = 'size';
  #line = '';
  #left = 0;
  readonly #trailers = new Map<string, string>();

  /**
   * The payload within the next bytes of the body.
   * @throws S3Error InvalidRequest when they are no such frames
   */
  *decode(bytes: Buffer): Generator<Buffer> {
    let position = 0;
    while (position < bytes.length && this.#part !== 'done') {
      if (this.#part === 'data') {
        const data = bytes.subarray(position, position + this.#left);
        this.#left -= data.length;
        if (this.#left === 0) this.#part = 'gap';
        position += data.length;
        yield data;
      } else {
        position = this.#readLine(bytes, position);
      }
    }
  }

  /**
   * What came after the payload, by lower-case name. Some clients leave out the last empty line.
   * @throws S3Error IncompleteBody when the body ended within a frame
   */
  end(): ReadonlyMap<string, string> {
    if (this.#part === 'done' || (this.#part === 'trailers' && this.#line === '')) {
      return this.#trailers;
    }
    throw new S3Error('IncompleteBody', 'The request body ended within a chunk.');
  }

  #readLine(bytes: Buffer, from: number): number {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed;
    this.#line += bytes.toString('latin1', from, end);
    if (this.#line.length > LONGEST_LINE) throw malformed();
    if (feed === -1) return end;
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    this.#part = this.#after(line);
    return end + 1;
  }

  #after(line: string): Part {
    if (this.#part === 'size') return this.#open(line);
    if (this.#part === 'trailers') return this.#trailer(line);
    if (line !== '') throw malformed();
    return 'size';
  }

  #open(line: string): Part {
    const [, size] = /^([\da-f]{1,8})(?:;.*)?$/i.exec(line) ?? [];
    if (size === undefined) throw malformed();
    this.#left = Number.parseInt(size, 16);
    return this.#left === 0 ? 'trailers' : 'data';
  }

  #trailer(line: string): Part {
    if (line === '') return 'done';
    const [name, value] = line.split(/:(.*)/);
    if (name === undefined || value === undefined) throw malformed();
    this.#trailers.set(name.trim().toLowerCase(), value.trim());
    return 'trailers';
  }
}

const malformed = (): S3Error =>
  new S3Error('InvalidRequest', 'The aws-chunked body is not framed as announced.');
