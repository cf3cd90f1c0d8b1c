type QueueErrorName = 'ReceiptHandleIsInvalid' | 'MessageNotInflight' | 'InvalidParameterValue';

/** A request that a queue cannot meet, by the name that SQS gives the error. */
export class QueueError extends Error {
  override readonly name: QueueErrorName;

  constructor(name: QueueErrorName, message: string) {
    super(message);
    this.name = name;
  }
}
