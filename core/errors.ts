import { ERROR } from './contract.ts';

/** A newer revision or another execution owns the call; what this one found no longer counts. */
export class CallSuperseded extends Error {
  override readonly name = ERROR.superseded;
  constructor(callId: string, revision: string) {
    super(`call ${callId}: revision ${revision} is no longer this execution's`);
  }
}

/** Something stored or received is not what its schema says; the message never quotes it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  /** @param problems paths and rules, for example from a schema, never values */
  constructor(what: string, problems: string) {
    super(`${what}: ${problems}`);
  }
}

/** No analysis at all could be made of a call. */
export class AnalysisFailed extends Error {
  override readonly name = ERROR.analysisFailed;
}

/** The language model has no copy in service: it is at zero, or a first one is starting. */
export class ModelHasNoCapacity extends Error {
  override readonly name = ERROR.modelHasNoCapacity;
}

/** The language model is there and cannot take more work, or did not finish in its time. */
export class ModelBusy extends Error {
  override readonly name = ERROR.modelBusy;
}

/** The language model did not answer a request, for a reason that is its own. */
export class ModelFailed extends Error {
  override readonly name = 'ModelFailed';
  /** @param code the endpoint's own, or the status of its answer; never words */
  constructor(code: string | number) {
    super(`the language model answered ${code}`);
  }
}

/** A prompt is more than the language model's context holds. */
export class PromptTooLong extends Error {
  override readonly name = 'PromptTooLong';
  readonly tokensOver: number;

  constructor(tokensOver: number) {
    super(`the prompt is ${tokensOver} tokens over the model's context`);
    this.tokensOver = tokensOver;
  }
}
