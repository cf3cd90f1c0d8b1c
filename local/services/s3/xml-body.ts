import { readBody } from '../http.ts';
import { Digests, readClaims } from './body/integrity.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import { malformed, readXml, type XmlElement } from './xml-reader.ts';

/**
 * Reads the document that a request carries, held against the digests that came with it.
 * @throws S3Error MalformedXML, also for another root element; BadDigest and its kin
 */
export async function readXmlBody(request: S3Request, root: string): Promise<XmlElement> {
  return documentIn(await verifiedBody(request), root);
}

/** The same where a request may come without one. */
export async function readOptionalXmlBody(
  request: S3Request,
  root: string,
): Promise<XmlElement | undefined> {
  const body = await verifiedBody(request);
  return body.length === 0 ? undefined : documentIn(body, root);
}

/** The same where `x-amz-checksum-` headers speak of an object, not of the request's body. */
export async function readPlainXmlBody(request: S3Request, root: string): Promise<XmlElement> {
  return documentIn(await wholeBody(request), root);
}

function documentIn(body: Buffer, root: string): XmlElement {
  const element = readXml(body.toString('utf8'));
  if (element.name !== root) throw malformed();
  return element;
}

async function verifiedBody(request: S3Request): Promise<Buffer> {
  const digests = new Digests(readClaims(request));
  const body = await wholeBody(request);
  digests.update(body);
  digests.verify(new Map());
  return body;
}

async function wholeBody({ message }: S3Request): Promise<Buffer> {
  try {
    return await readBody(message);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new S3Error('MaxMessageLengthExceeded', 'Your request was too large.');
  }
}
