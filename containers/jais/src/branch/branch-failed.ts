import type { BranchError, BranchErrorCode } from '../../../../core/language-model.ts';

/** One branch is not answered; the others are. */
export class BranchFailed extends Error {
  override readonly name = 'BranchFailed';
  readonly code: BranchErrorCode;
  readonly tokensOver: number | undefined;

  constructor(code: BranchErrorCode, message: string, tokensOver?: number) {
    super(message);
    this.code = code;
    this.tokensOver = tokensOver;
  }

  get answer(): BranchError {
    const { code, message, tokensOver } = this;
    return { error: { code, message, ...(tokensOver !== undefined && { tokensOver }) } };
  }
}
