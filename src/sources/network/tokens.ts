/**
 * About how many tokens a text is: four letters of the Latin alphabet a token, two of other alphabets, and one sign of
 * Chinese, Japanese or Korean. Within a third for common tokenizers and prose; code and numbers make more.
 */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) quarters += 1;
    else if (code < 0x2e80) quarters += 2;
    // A sign beyond the first plane takes two of these.
    else quarters += code >= 0xd800 && code < 0xe000 ? 2 : 4;
  }
  return Math.ceil(quarters / 4);
}

/** What embedding is about to cost, before anything is sent. */
export interface Estimate {
  texts: number;
  /** Approximate. */
  tokens: number;
  /** In the currency of the price; null where no price is given. */
  cost: number | null;
}

/** @param pricePerMillion what a million tokens cost; null for a server of one's own */
export function estimateCost(texts: readonly string[], pricePerMillion: number | null): Estimate {
  const sent = texts.filter((text) => text.trim() !== "");
  const tokens = sent.reduce((sum, text) => sum + estimateTokens(text), 0);
  return { texts: sent.length, tokens, cost: pricePerMillion === null ? null : (tokens / 1e6) * pricePerMillion };
}

/** Texts a request at most, and their tokens: far below what endpoints allow (2,048 texts, 300,000 tokens). */
const MOST_TEXTS = 64;
const MOST_TOKENS = 60_000;

/**
 * Cuts texts into requests, in order.
 *
 * @param rows which texts, by their place
 * @returns their places, a list a request
 */
export function intoBatches(texts: readonly string[], rows: readonly number[]): number[][] {
  const batches: number[][] = [];
  let tokens = 0;
  for (const row of rows) {
    const own = estimateTokens(texts[row]);
    const batch = batches.at(-1);
    if (batch && batch.length < MOST_TEXTS && tokens + own <= MOST_TOKENS) {
      batch.push(row);
      tokens += own;
    } else {
      batches.push([row]);
      tokens = own;
    }
  }
  return batches;
}
