import { readBody } from '../../http.ts';
import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import { namedBucket, type S3Operation } from '../operation.ts';
import { Versioning } from '../store/disk.ts';
import { childText, malformed, readXml } from '../xml-reader.ts';
import { xmlDocument } from '../xml.ts';

export const listBuckets: S3Operation = async ({ store }) =>
  xmlAnswer(
    xmlDocument('ListAllMyBucketsResult', {
      Buckets: {
        Bucket: store.buckets.map(({ name, createdAt }) => ({
          Name: name,
          CreationDate: new Date(createdAt).toISOString(),
        })),
      },
    }),
  );

export const createBucket: S3Operation = async ({ store }, request) => {
  const name = namedBucket(request);
  store.createBucket(name);
  return { status: 200, headers: { location: `/${name}`, 'content-length': '0' } };
};

export const headBucket: S3Operation = async ({ store }, request) => {
  store.bucket(request.bucket);
  return { status: 200 };
};

export const getBucketVersioning: S3Operation = async ({ store }, request) =>
  xmlAnswer(
    xmlDocument('VersioningConfiguration', { Status: store.bucket(request.bucket).versioning }),
  );

export const putBucketVersioning: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  const configuration = readXml((await readBody(request.message)).toString('utf8'));
  if (childText(configuration, 'MfaDelete') === 'Enabled') {
    throw new S3Error('NotImplemented', 'MFA delete is not supported here.');
  }
  const status = Versioning.safeParse(childText(configuration, 'Status'));
  if (!status.success) throw malformed();
  bucket.setVersioning(status.data);
  return { status: 200, headers: { 'content-length': '0' } };
};
