/** The tokens of a text as vectors, one behind the other. */
export interface EncodedText {
  readonly vectors: Float32Array;
  /** Numbers in a vector. */
  readonly width: number;
  /** Which tokens are the text's own; those that an encoder puts around every text are not. */
  readonly own: readonly boolean[];
}

/** What makes vectors of a text. */
export interface TextEncoder {
  /** Which one it is, as reports tell it. */
  readonly name: string;
  encode(text: string): Promise<EncodedText>;
}

export interface BertScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const NOTHING: BertScore = { precision: 0, recall: 0, f1: 0 };

/**
 * BERTScore (Zhang et al. 2020): every token of the one is matched with the token of the other that
 * is most like it, by cosine. As in the authors' `bert_score` by default: no idf, no rescaling, and
 * tokens that are not the text's own count for nothing, but may be what another is matched with. A
 * text without tokens of its own scores 0.
 */
export function bertScore(candidate: EncodedText, reference: EncodedText): BertScore {
  const [given, wanted] = [unitVectors(candidate), unitVectors(reference)];
  if (!given.own.includes(true) || !wanted.own.includes(true)) return NOTHING;
  const [precision, recall] = [meanBest(given, wanted), meanBest(wanted, given)];
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** Against several references: the best of each, as `bert_score` has it. */
export function bestBertScore(scores: readonly BertScore[]): BertScore {
  return scores.reduce(
    (best, { precision, recall, f1 }) => ({
      precision: Math.max(best.precision, precision),
      recall: Math.max(best.recall, recall),
      f1: Math.max(best.f1, f1),
    }),
    scores[0] ?? NOTHING,
  );
}

/** How alike the text's own tokens are to what they are matched with, in the mean. */
function meanBest(text: EncodedText, other: EncodedText): number {
  let [sum, tokens] = [0, 0];
  text.own.forEach((isOwn, at) => {
    if (!isOwn) return;
    sum += bestCosine(text, at, other);
    tokens++;
  });
  return sum / tokens;
}

function bestCosine({ vectors, width }: EncodedText, at: number, other: EncodedText): number {
  let best = -Infinity;
  for (let match = 0; match < other.own.length; match++) {
    let cosine = 0;
    for (let place = 0; place < width; place++) {
      cosine +=
        (vectors[at * width + place] as number) * (other.vectors[match * width + place] as number);
    }
    best = Math.max(best, cosine);
  }
  return best;
}

/** Vectors of length 1; one of length 0 is like nothing. */
function unitVectors({ vectors, width, own }: EncodedText): EncodedText {
  const unit = Float32Array.from(vectors);
  for (let at = 0; at < unit.length; at += width) {
    const vector = unit.subarray(at, at + width);
    const length = Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0));
    if (length > 0) vector.forEach((number, place) => (vector[place] = number / length));
  }
  return { vectors: unit, width, own };
}
