type Close = () => Promise<unknown> | void;

/** What has to be closed again, the last opened first. */
export class Closers {
  readonly #closes: Close[] = [];

  add(close: Close): void {
    this.#closes.push(close);
  }

  /** Keeps what was opened to be closed later. */
  async opened<T extends { close: Close }>(opening: Promise<T>): Promise<T> {
    const opened = await opening;
    this.add(() => opened.close());
    return opened;
  }

  async closeAll(): Promise<void> {
    for (let close = this.#closes.pop(); close !== undefined; close = this.#closes.pop()) {
      await close();
    }
  }
}
