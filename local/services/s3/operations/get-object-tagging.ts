import { xmlAnswer } from '../answer.ts';
import { findVersion } from '../find-version.ts';
import { versionHeaders } from '../object-headers.ts';
import type { S3Operation } from '../operation.ts';
import { xmlDocument } from '../xml.ts';

/** Objects have no tags here, and requests that set some are refused; `aws s3 cp` asks all the same. */
export const getObjectTagging: S3Operation = async (context, request) => {
  const { bucket, version } = findVersion(context, request);
  return xmlAnswer(xmlDocument('Tagging', { TagSet: {} }), versionHeaders(bucket, version));
};
