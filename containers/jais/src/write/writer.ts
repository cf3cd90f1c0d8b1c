import type { Token } from 'node-llama-cpp';
import type { Cursor } from '../branch/cursor.ts';
import { trieOf } from '../branch/label-trie.ts';
import { pick, type Sampling } from '../branch/pick.ts';
import type { GrammarSource } from '../model/load.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { continuationsOf } from './digits.ts';
import { floorAfterLead, itemFloor, type Count } from './floor.ts';
import { splitOptions } from './options.ts';
import {
  keyOf,
  leadOf,
  OPENING,
  type ArrayPlan,
  type NumberPlan,
  type ObjectPlan,
  type Plan,
  type StringPlan,
} from './plan.ts';
import { hasEnded, lengthOf, stringFrom, stringGrammar } from './string-grammar.ts';

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Pen {
  cursor: Cursor;
  tokenizer: Tokenizer;
  grammar: GrammarSource;
  sampling: Sampling;
  /** At least `floorOf` the plan. */
  maxTokens: number;
}

/**
 * Writes a value as its plan says. Punctuation and keys are certain, so they are not asked for but
 * given to the model with the next question; it picks among options, draws the characters of
 * texts by a grammar, and says after each item whether another comes. Every part knows how many
 * tokens the parts after it need at the least (`owed`), so that the value is whole when they end.
 */
export class Writer {
  readonly #pen: Pen;

  constructor(pen: Pen) {
    this.#pen = pen;
  }

  write(plan: Plan): Promise<Json> {
    this.#text(leadOf(plan));
    return this.#afterLead(plan, 0);
  }

  async #afterLead(plan: Plan, owed: number): Promise<Json> {
    if (plan.kind === 'options') return JSON.parse(await this.#pick(plan.texts)) as Json;
    if (plan.kind === 'number') return this.#number(plan);
    if (plan.nullable && (await this.#pick(['null', OPENING[plan.kind]])) === 'null') return null;
    if (plan.kind === 'string') return this.#string(plan, owed);
    return plan.kind === 'array' ? this.#array(plan, owed) : this.#object(plan, owed);
  }

  async #object({ properties }: ObjectPlan, owed: number): Promise<Json> {
    const needs = properties.map(
      ([key, plan], at) => this.#count(keyOf(at, key, plan)) + floorAfterLead(plan, this.#count),
    );
    const entries: [string, Json][] = [];
    for (const [at, [key, plan]] of properties.entries()) {
      const later = needs.slice(at + 1).reduce((sum, need) => sum + need, this.#count('}'));
      this.#text(keyOf(at, key, plan));
      entries.push([key, await this.#afterLead(plan, later + owed)]);
    }
    this.#text('}');
    return Object.fromEntries(entries);
  }

  async #array(plan: ArrayPlan, owed: number): Promise<Json[]> {
    const { item, minItems } = plan;
    const need = itemFloor(item, this.#count);
    const items: Json[] = [];
    while (await this.#another(plan, items.length, owed + need + this.#count(']'))) {
      const later = Math.max(0, minItems - items.length - 1) * need;
      this.#text(leadOf(item));
      items.push(await this.#afterLead(item, later + this.#count(']') + owed));
    }
    return items;
  }

  /**
   * Writes the comma before another item or, after the last, the bracket.
   * @param need tokens without which no further item can be afforded
   */
  async #another({ minItems, maxItems }: ArrayPlan, items: number, need: number): Promise<boolean> {
    const comma = items > 0 ? ',' : '';
    const asked = items >= minItems && items < maxItems && this.#left >= need;
    if (asked) return (await this.#pick([']', comma])) === comma;
    const another = items < minItems;
    this.#text(another ? comma : ']');
    return another;
  }

  async #string(plan: StringPlan, owed: number): Promise<string> {
    const { cursor, tokenizer, grammar, sampling } = this.#pen;
    const most = plan.maxLength === 0 ? 0 : this.#left - owed - this.#count('"');
    const tokens: Token[] = [];
    let text = '';
    if (most > 0) {
      const { temperature, random } = sampling;
      const grammarEvaluationState = await grammar(stringGrammar(plan));
      const seed = Math.floor(random() * 2 ** 32);
      for await (const token of cursor.draw({ temperature, seed, grammarEvaluationState })) {
        tokens.push(token);
        // Whole, since a character may take several tokens.
        text = tokenizer.textOf(tokens);
        if (hasEnded(text) || tokens.length >= most || lengthOf(text) >= plan.maxLength) break;
      }
    }
    if (!hasEnded(text)) this.#text('"');
    return stringFrom(text, plan);
  }

  /** Character by character, among those from which a number within the bounds can still come. */
  async #number(plan: NumberPlan): Promise<number | null> {
    let written = '';
    for (;;) {
      const options = continuationsOf(written, plan);
      if (written === '' && plan.nullable) options.push('null');
      const picked = await this.#pick(options);
      if (picked === 'null') return null;
      if (picked === '') return Number(written);
      written += picked;
    }
  }

  async #pick(options: readonly string[]): Promise<string> {
    const { cursor, tokenizer, sampling } = this.#pen;
    const { shared, rests } = splitOptions(options);
    this.#text(shared);
    const trie = trieOf(rests, (rest) => tokenizer.tokensOf(rest));
    return shared + (await pick(cursor, trie, sampling));
  }

  #text(text: string): void {
    this.#pen.cursor.writeText(text);
  }

  get #left(): number {
    return this.#pen.maxTokens - this.#pen.cursor.written;
  }

  readonly #count: Count = (text) => this.#pen.tokenizer.tokensOf(text).length;
}
