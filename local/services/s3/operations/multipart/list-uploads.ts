import { xmlAnswer } from '../../answer.ts';
import { cutPage, prefixElements, readListingQuery } from '../../listing.ts';
import type { S3Operation } from '../../operation.ts';
import { compareKeys } from '../../store/sorted-keys.ts';
import type { UploadSettings } from '../../store/stored-upload.ts';
import { xmlDocument, type XmlTree } from '../../xml.ts';

/** Lists the uploads of a bucket that are under way, so that old ones can be aborted. */
export const listUploads: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  const query = readListingQuery(request, 'max-uploads');
  const key = request.query.get('key-marker') ?? '';
  const uploadId = request.query.get('upload-id-marker') ?? undefined;
  const uploads = bucket.uploads
    .sorted()
    .filter((upload) => upload.key.startsWith(query.prefix) && isAfter(upload, key, uploadId));
  const page = cutPage(uploads, query, key);
  const last = page.items.at(-1);
  return xmlAnswer(
    xmlDocument('ListMultipartUploadsResult', {
      Bucket: bucket.name,
      KeyMarker: query.encode(key),
      UploadIdMarker: uploadId ?? '',
      NextKeyMarker: page.truncated ? query.encode(page.last) : undefined,
      NextUploadIdMarker: page.truncated && last?.key === page.last ? last.uploadId : undefined,
      MaxUploads: query.maxKeys,
      IsTruncated: page.truncated,
      Upload: page.items.map((upload) => entryOf(upload, query.encode)),
      ...prefixElements(query, page),
    }),
  );
};

function isAfter(upload: UploadSettings, key: string, uploadId: string | undefined): boolean {
  const order = compareKeys(upload.key, key);
  return order > 0 || (order === 0 && uploadId !== undefined && upload.uploadId > uploadId);
}

function entryOf(
  { key, uploadId, initiatedAt, checksum }: UploadSettings,
  encode: (key: string) => string,
): XmlTree {
  return {
    Key: encode(key),
    UploadId: uploadId,
    Initiated: new Date(initiatedAt).toISOString(),
    StorageClass: 'STANDARD',
    ChecksumAlgorithm: checksum?.algorithm.toUpperCase(),
    ChecksumType: checksum?.type,
  };
}
