import { Language, RecordingMetadata } from './call.ts';
import { METADATA } from './contract.ts';

type Field = keyof RecordingMetadata;
const FIELDS = Object.keys(METADATA) as Field[];

/**
 * What is known of a call before it is heard: the object's user metadata, else what the file name
 * says by the environment's pattern, else nothing. A value that breaks its rule counts as absent:
 * a recorder's slip must not cost the call.
 * @param userMetadata keys without `x-amz-meta-`, lower case, as S3 gives them
 * @param fileNamePattern a regular expression over the key with groups named as the fields
 */
export function recordingMetadata(
  userMetadata: Readonly<Record<string, string>>,
  key: string,
  fileNamePattern?: string,
): RecordingMetadata {
  const groups = fileNamePattern ? new RegExp(fileNamePattern, 'u').exec(key)?.groups : undefined;
  const metadata: RecordingMetadata = {};
  for (const field of FIELDS) {
    const value = userMetadata[METADATA[field]] ?? groups?.[field];
    Object.assign(metadata, valid(field, value));
  }
  return metadata;
}

function valid(field: Field, value: string | undefined): Partial<RecordingMetadata> {
  const said = value?.trim();
  if (!said) return {};
  const parsed = RecordingMetadata.safeParse({ [field]: normal(field, said) });
  return parsed.success ? parsed.data : {};
}

/** Recorders write `AR`, `en-GB`, `ar_JO`: the primary subtag is what counts (BCP 47). */
function normal(field: Field, value: string): string {
  const lower = value.toLowerCase();
  if (field === 'agentChannel') return lower;
  if (field !== 'language') return value;
  const primary = lower.split(/[-_]/, 1)[0] ?? lower;
  return Language.safeParse(primary).success ? primary : lower;
}
