import { xmlAnswer } from '../../answer.ts';
import { wholeNumber } from '../../listing.ts';
import { checksumElements, quoted } from '../../object-headers.ts';
import type { S3Operation } from '../../operation.ts';
import type { StoredPart } from '../../store/stored-upload.ts';
import { xmlDocument, type XmlTree } from '../../xml.ts';
import { targetUpload } from './target-upload.ts';

/** Lists the parts of an upload that came so far. */
export const listParts: S3Operation = async (context, request) => {
  const { bucket, key, upload } = targetUpload(context, request);
  const { uploadId, checksum } = upload.settings;
  const marker = wholeNumber(request, 'part-number-marker', 0);
  const most = wholeNumber(request, 'max-parts', 1000);
  const rest = [...upload.parts.values()]
    .filter(({ number }) => number > marker)
    .sort((one, other) => one.number - other.number);
  const page = rest.slice(0, most);
  return xmlAnswer(
    xmlDocument('ListPartsResult', {
      Bucket: bucket.name,
      Key: key,
      UploadId: uploadId,
      PartNumberMarker: marker,
      NextPartNumberMarker: page.at(-1)?.number,
      MaxParts: most,
      IsTruncated: rest.length > page.length && most > 0,
      StorageClass: 'STANDARD',
      ChecksumAlgorithm: checksum?.algorithm.toUpperCase(),
      ChecksumType: checksum?.type,
      Part: page.map(entryOf),
    }),
  );
};

function entryOf(part: StoredPart): XmlTree {
  const { ChecksumType: _, ...checksums } = checksumElements(part);
  return {
    PartNumber: part.number,
    LastModified: new Date(part.lastModified).toISOString(),
    ETag: quoted(part.etag),
    Size: part.size,
    ...checksums,
  };
}
