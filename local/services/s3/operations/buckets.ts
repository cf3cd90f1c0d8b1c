import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import { namedBucket, type S3Operation } from '../operation.ts';
import type { S3Request } from '../request.ts';
import { Versioning } from '../store/disk.ts';
import { readOptionalXmlBody, readXmlBody } from '../xml-body.ts';
import { childText, malformed } from '../xml-reader.ts';
import { xmlDocument, xmlText } from '../xml.ts';

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
  const region = await wantedRegion(request);
  store.createBucket(name, region === undefined ? {} : { region });
  return { status: 200, headers: { location: `/${name}`, 'content-length': '0' } };
};

/** Removes a bucket that holds nothing. */
export const deleteBucket: S3Operation = async ({ store }, request) => {
  await store.deleteBucket(store.bucket(request.bucket));
  return { status: 204 };
};

/** What its creation said; S3 says nothing for its first region. */
export const getBucketLocation: S3Operation = async ({ store }, request) =>
  xmlAnswer(xmlText('LocationConstraint', store.bucket(request.bucket).region ?? ''));

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
  const configuration = await readXmlBody(request, 'VersioningConfiguration');
  if (childText(configuration, 'MfaDelete') === 'Enabled') {
    throw new S3Error('NotImplemented', 'MFA delete is not supported here.');
  }
  const status = Versioning.safeParse(childText(configuration, 'Status'));
  if (!status.success) throw malformed();
  bucket.setVersioning(status.data);
  return { status: 200, headers: { 'content-length': '0' } };
};

/** A body is optional. */
async function wantedRegion(request: S3Request): Promise<string | undefined> {
  const configuration = await readOptionalXmlBody(request, 'CreateBucketConfiguration');
  if (configuration === undefined) return undefined;
  const region = childText(configuration, 'LocationConstraint')?.trim();
  if (region === undefined || /^[a-zA-Z\d-]+$/.test(region)) return region;
  throw new S3Error('InvalidLocationConstraint', 'The specified location-constraint is not valid');
}
