import { MESSAGES, type FailureCode, type RejectionCode } from '../../../core/contract.ts';

/** The recording is at fault: final, a retry would end the same. */
export class RecordingRejected extends Error {
  override readonly name = 'RecordingRejected';
  readonly code: RejectionCode;

  constructor(code: RejectionCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}

/** The worker is at fault: the recording can be submitted again. */
export class TranscriptionFailed extends Error {
  override readonly name = 'TranscriptionFailed';
  readonly code: FailureCode;

  /** @param detail for the log: which part failed and how, nothing of the recording */
  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Why work was stopped: nobody waits for its result any more. */
export class CallNoLongerWaits extends Error {
  override readonly name = 'CallNoLongerWaits';
}

/** Why work was stopped: the worker goes and another is to do it. */
export class PlannedStop extends Error {
  override readonly name = 'PlannedStop';
}

/** A download brought nothing for too long; the message comes back and it is tried again. */
export class DownloadStalled extends Error {
  override readonly name = 'DownloadStalled';
}
