import type { Synset } from "./wordnet";

/** Texts as weighted bags of token numbers, row after row. Shared, so that threads read one copy. */
export interface Bags {
  /** Text r holds the entries `starts[r] … starts[r + 1]`. */
  starts: Int32Array;
  tokens: Int32Array;
  /** Inverse document frequency of each entry's token. */
  weights: Float32Array;
}

/** Letters and digits in lower case; everything else parts them. */
export function tokenize(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** What the model reads of a synset: its words and its definition. */
export function tokensOf(synset: Synset): string[] {
  return [...new Set(tokenize(`${synset.lemmas.join(" ")} ${synset.definition}`))];
}

/**
 * Numbers the tokens that stand in at least `minimum` texts and turns every text into a bag of them, each once, with its
 * inverse document frequency ln((texts + 1) / texts with it), which is above zero even for a token of every text.
 *
 * @returns the bags in the order of the synsets, and the number of tokens
 */
export function bagsOf(synsets: readonly Synset[], minimum = 2): { bags: Bags; vocabulary: number } {
  const texts = synsets.map(tokensOf);
  const frequency = new Map<string, number>();
  for (const text of texts) for (const token of text) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const number = new Map<string, number>();
  for (const [token, count] of frequency) if (count >= minimum) number.set(token, number.size);

  const known = texts.map((text) => text.filter((token) => number.has(token)));
  const entries = known.reduce((sum, text) => sum + text.length, 0);
  const bags: Bags = {
    starts: shared(Int32Array, texts.length + 1),
    tokens: shared(Int32Array, entries),
    weights: shared(Float32Array, entries),
  };
  let at = 0;
  known.forEach((text, row) => {
    for (const token of text) {
      bags.tokens[at] = number.get(token)!;
      bags.weights[at++] = Math.log((texts.length + 1) / frequency.get(token)!);
    }
    bags.starts[row + 1] = at;
  });
  return { bags, vocabulary: number.size };
}

/** A zeroed typed array over memory that threads share. */
export function shared<T>(
  type: { readonly BYTES_PER_ELEMENT: number; new (memory: SharedArrayBuffer): T },
  length: number,
): T {
  return new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT));
}
