import { xmlAnswer } from '../answer.ts';
import { S3Error } from '../errors.ts';
import type { S3Operation } from '../operation.ts';
import type { Bucket } from '../store/bucket.ts';
import { checkKey } from '../store/names.ts';
import { isObject, type StoredVersion } from '../store/stored-version.ts';
import { xmlDocument, type XmlTree } from '../xml.ts';
import { readXmlBody } from '../xml-body.ts';
import { childText, malformed, type XmlElement } from '../xml-reader.ts';

/** S3's limit for one request. */
const MOST_KEYS = 1000;

interface Doomed {
  key: string;
  versionId: string | undefined;
}

interface Result {
  outcome: 'deleted' | 'refused';
  tree: XmlTree;
}

/** Deletes many keys or versions at once; each stands or falls alone. */
export const deleteObjects: S3Operation = async ({ store }, request) => {
  const bucket = store.bucket(request.bucket);
  const { doomed, quiet } = readList(await readXmlBody(request, 'Delete'));
  const results = doomed.map((one) => deleteOne(bucket, one));
  const reported = (outcome: Result['outcome']): XmlTree[] =>
    results.filter((result) => result.outcome === outcome).map(({ tree }) => tree);
  return xmlAnswer(
    xmlDocument('DeleteResult', {
      Deleted: quiet ? [] : reported('deleted'),
      Error: reported('refused'),
    }),
  );
};

function readList(root: XmlElement): { doomed: Doomed[]; quiet: boolean } {
  const objects = root.children.filter(({ name }) => name === 'Object');
  if (objects.length === 0 || objects.length > MOST_KEYS) {
    throw malformed();
  }
  const doomed = objects.map((object) => {
    const key = childText(object, 'Key');
    if (key === undefined || key === '') throw malformed();
    return { key, versionId: childText(object, 'VersionId') };
  });
  return { doomed, quiet: childText(root, 'Quiet') === 'true' };
}

function deleteOne(bucket: Bucket, { key, versionId }: Doomed): Result {
  try {
    checkKey(key);
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return { outcome: 'refused', tree: { Key: key, Code: error.code, Message: error.message } };
  }
  if (versionId === undefined) {
    const marker = bucket.hide(key);
    return { outcome: 'deleted', tree: { Key: key, ...markerElements(marker) } };
  }
  const removed = bucket.remove(key, versionId);
  const marker = isObject(removed) ? undefined : removed;
  return {
    outcome: 'deleted',
    tree: { Key: key, VersionId: versionId, ...markerElements(marker) },
  };
}

function markerElements(marker: StoredVersion | undefined): XmlTree {
  return marker === undefined
    ? {}
    : { DeleteMarker: true, DeleteMarkerVersionId: marker.versionId };
}
