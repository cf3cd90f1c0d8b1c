import { receiveBody } from '../body/receive.ts';
import { writeCondition } from '../conditions.ts';
import { checksumHeaders, describedObject, quoted, versionHeaders } from '../object-headers.ts';
import { target, type S3Operation } from '../operation.ts';
import { writeObject } from '../write-object.ts';

/** Stores a body as the newest version of its key, and answers once the event is accepted. */
export const putObject: S3Operation = async (context, request) => {
  const { bucket, key } = target(context, request);
  const check = writeCondition(bucket, request);
  const described = describedObject(request);
  const { file, size, md5, checksums } = await receiveBody(request, context.store.incomingFile());
  const content = { size, etag: md5, checksums, ...described };
  const version = await writeObject(context, request, {
    bucket,
    file,
    reason: 'PutObject',
    store: () => bucket.put(key, content, file, check),
  });
  return {
    status: 200,
    headers: {
      etag: quoted(md5),
      ...checksumHeaders(content),
      ...versionHeaders(bucket, version),
      'content-length': '0',
    },
  };
};
