import type { Recording } from '../../core/call.ts';
import type { ObjectCreatedDetail } from '../../core/events.ts';

/** The recording that an `Object Created` event is about. */
export const recordingIn = ({ bucket, object }: ObjectCreatedDetail): Recording => ({
  bucket: bucket.name,
  key: object.key,
  versionId: object['version-id'],
  sequencer: object.sequencer,
});
