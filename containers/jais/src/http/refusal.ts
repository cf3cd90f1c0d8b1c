import {
  REQUEST_ERROR_STATUS,
  type RequestError,
  type RequestErrorCode,
} from '../../../../core/language-model.ts';

/** A request is not answered; what was asked is never repeated in the message. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: RequestErrorCode;
  readonly tokensOver: number | undefined;

  constructor(code: RequestErrorCode, message: string, tokensOver?: number) {
    super(message);
    this.code = code;
    this.tokensOver = tokensOver;
  }

  get status(): number {
    return REQUEST_ERROR_STATUS[this.code];
  }

  get body(): RequestError {
    const { code, message, tokensOver } = this;
    return { error: { code, message, ...(tokensOver !== undefined && { tokensOver }) } };
  }
}

/** Whoever asked has hung up: nobody reads an answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}
