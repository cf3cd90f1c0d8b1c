import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import { findVersion } from '../find-version.ts';
import { checksumElements, versionHeaders } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import { header } from '../request.ts';
import type { Content } from '../store/stored-version.ts';
import { xmlDocument, type XmlTree } from '../xml.ts';

/** The parts themselves are not kept apart: their number alone is told. */
const ATTRIBUTES: Readonly<Record<string, (content: Content) => XmlTree>> = {
  ETag: ({ etag }) => ({ ETag: etag }),
  Checksum: (content) => ({
    Checksum: Object.keys(content.checksums).length === 0 ? undefined : checksumElements(content),
  }),
  ObjectParts: ({ etag }) => {
    const [, count] = etag.split('-');
    return { ObjectParts: count === undefined ? undefined : { PartsCount: Number(count) } };
  },
  StorageClass: () => ({ StorageClass: 'STANDARD' }),
  ObjectSize: ({ size }) => ({ ObjectSize: size }),
};

/** Tells of an object what `x-amz-object-attributes` lists. */
export const getObjectAttributes: S3Operation = async (context, request) => {
  const { bucket, version } = findVersion(context, request);
  const names = (header(request, 'x-amz-object-attributes') ?? '').split(',');
  const trees = names.map((name) => {
    const read = Object.hasOwn(ATTRIBUTES, name.trim()) ? ATTRIBUTES[name.trim()] : undefined;
    if (read === undefined)
      throw new S3Error('InvalidArgument', 'Invalid attribute name specified.');
    return read(version.content);
  });
  return xmlAnswer(xmlDocument('GetObjectAttributesResponse', Object.assign({}, ...trees)), {
    'last-modified': new Date(version.lastModified).toUTCString(),
    ...versionHeaders(bucket, version),
  });
};
