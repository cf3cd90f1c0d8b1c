import * as z from 'zod';
import { AnswerResponse } from '../../core/language-model.ts';
import type { AnswerMemory } from '../../core/language-model-analyser/resumable.ts';
import type { ObjectStore } from './objects.ts';

const Answers = z.record(z.string(), AnswerResponse);

/** What a model has answered of an analysis that is not done, kept from one try to the next. */
export class KeptAnswers implements AnswerMemory {
  readonly #objects: ObjectStore;
  readonly #key: string;
  readonly #new = new Map<string, AnswerResponse>();
  #earlier: Promise<Record<string, AnswerResponse>> | null = null;

  constructor(objects: ObjectStore, key: string) {
    this.#objects = objects;
    this.#key = key;
  }

  async find(request: string): Promise<AnswerResponse | undefined> {
    this.#earlier ??= this.#read();
    return this.#new.get(request) ?? (await this.#earlier)[request];
  }

  add(request: string, response: AnswerResponse): void {
    this.#new.set(request, response);
  }

  /** Stores them for the next try, when there is anything new. */
  async keep(): Promise<void> {
    if (this.#new.size === 0) return;
    const all = { ...(await this.#earlier), ...Object.fromEntries(this.#new) };
    await this.#objects.write(this.#key, all);
  }

  async #read(): Promise<Record<string, AnswerResponse>> {
    const stored = await this.#objects.find(this.#key);
    return stored === null ? {} : this.#objects.read(stored, Answers);
  }
}
