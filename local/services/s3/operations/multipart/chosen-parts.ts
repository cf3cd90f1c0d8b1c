import type { ChecksumName } from '../../body/digests.ts';
import { S3Error } from '../../errors.ts';
import type { StoredPart } from '../../store/stored-upload.ts';
import type { Upload } from '../../store/upload-disk.ts';
import { childText, malformed, type XmlElement } from '../../xml-reader.ts';
import { isPartNumber } from './target-upload.ts';

/** S3's limit for every part but the last, 5 MiB. */
const SMALLEST_PART = 5 * 2 ** 20;

/**
 * The parts that a client lists to make the object of.
 * @throws S3Error MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall, or InvalidRequest
 *   when a checksum is missing
 */
export function chosenParts(upload: Upload, list: XmlElement): StoredPart[] {
  const elements = list.children.filter(({ name }) => name === 'Part');
  if (elements.length === 0) throw malformed();
  const numbers = elements.map(numberOf);
  if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0))) {
    throw new S3Error(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  }
  const parts = elements.map((element) => chosenPart(upload, element));
  const small = parts.slice(0, -1).find(({ size }) => size < SMALLEST_PART);
  if (small === undefined) return parts;
  throw new S3Error(
    'EntityTooSmall',
    `Your proposed upload is smaller than the minimum allowed size: part ${small.number} has ${small.size} bytes, ${SMALLEST_PART} are needed.`,
  );
}

function chosenPart({ settings, parts }: Upload, element: XmlElement): StoredPart {
  const number = numberOf(element);
  const part = parts.get(number);
  const etag = childText(element, 'ETag')?.replace(/^"(.*)"$/, '$1');
  if (part === undefined || etag !== part.etag) throw invalidPart();
  const { checksum } = settings;
  if (checksum === undefined) return part;
  const claimed = childText(element, `Checksum${checksum.algorithm.toUpperCase()}`);
  if (claimed === undefined && checksum.type === 'COMPOSITE') {
    throw checksumMissing(checksum.algorithm, number);
  }
  if (claimed !== undefined && claimed !== part.checksums[checksum.algorithm]) throw invalidPart();
  return part;
}

function numberOf(element: XmlElement): number {
  const text = childText(element, 'PartNumber') ?? '';
  if (!isPartNumber(text)) throw malformed();
  return Number(text);
}

const invalidPart = (): S3Error =>
  new S3Error(
    'InvalidPart',
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  );

const checksumMissing = (algorithm: ChecksumName, number: number): S3Error =>
  new S3Error(
    'InvalidRequest',
    `The upload was created using a ${algorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
  );
