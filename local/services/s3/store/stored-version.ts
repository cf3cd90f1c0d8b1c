import * as z from 'zod';

/** What an object is, beside its bytes. */
export const Content = z.object({
  size: z.number().int().nonnegative(),
  /** Hexadecimal MD5, without the quotes that HTTP puts around it. */
  etag: z.string(),
  /** The standard headers that S3 keeps, by lower-case name. */
  headers: z.record(z.string(), z.string()),
  /** User metadata, without its `x-amz-meta-` prefix. */
  metadata: z.record(z.string(), z.string()),
  /** Verified at the upload: base64 by name. */
  checksums: z.record(z.string(), z.string()),
});
export type Content = z.infer<typeof Content>;

/** One version of one key, as its file on disk describes it. */
export const StoredVersion = z.object({
  key: z.string(),
  /** `null` as text for what was written while versioning was off: S3's own name for it. */
  versionId: z.string(),
  /** Names the version's files; later writes have greater ones. */
  sequencer: z.string(),
  /** Milliseconds since the epoch. */
  lastModified: z.number(),
  /** Absent in a delete marker. */
  content: Content.optional(),
});
export type StoredVersion = z.infer<typeof StoredVersion>;

export type StoredObject = StoredVersion & { content: Content };

export const isObject = (version: StoredVersion | undefined): version is StoredObject =>
  version?.content !== undefined;

export const NULL_VERSION = 'null';
