import * as z from 'zod';
import { isChecksumName } from '../body/digests.ts';
import { Content } from './stored-version.ts';

const ChecksumAlgorithm = z.string().refine(isChecksumName);

/** What the object of a multipart upload will be, as it was announced at its start. */
export const UploadSettings = z.object({
  key: z.string(),
  /** Names the upload's folder; later uploads have greater ones. */
  uploadId: z.string(),
  /** Milliseconds since the epoch. */
  initiatedAt: z.number(),
  headers: Content.shape.headers,
  metadata: Content.shape.metadata,
  checksum: z
    .object({ algorithm: ChecksumAlgorithm, type: z.enum(['FULL_OBJECT', 'COMPOSITE']) })
    .optional(),
});
export type UploadSettings = z.infer<typeof UploadSettings>;

/** One part, as its file on disk describes it. */
export const StoredPart = z.object({
  number: z.number().int(),
  size: z.number().int().nonnegative(),
  /** Hexadecimal MD5. */
  etag: z.string(),
  checksums: Content.shape.checksums,
  /** Milliseconds since the epoch. */
  lastModified: z.number(),
  /** Holds the bytes; a part that is sent again has another one. */
  file: z.string(),
});
export type StoredPart = z.infer<typeof StoredPart>;
