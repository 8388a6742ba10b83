import { afterEach, expect, test, vi } from "vitest";
import { textOf } from "../../i18n/said";
import { corsRemedy, embeddingsAddress } from "./endpoint";
import { estimateCost, estimateTokens, intoBatches } from "./tokens";

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["https://api.openai.com/v1", "https://api.openai.com/v1/embeddings"],
  ["https://api.openai.com/v1/", "https://api.openai.com/v1/embeddings"],
  ["https://api.openai.com/v1/embeddings", "https://api.openai.com/v1/embeddings"],
  ["https://api.openai.com", "https://api.openai.com/v1/embeddings"],
  ["localhost:11434", "http://localhost:11434/v1/embeddings"],
  ["api.mistral.ai", "https://api.mistral.ai/v1/embeddings"],
  ["https://h.org/deploy/x/v3?api-version=1", "https://h.org/deploy/x/v3/embeddings?api-version=1"],
])("%s is asked at %s", (typed, address) => {
  expect(embeddingsAddress(typed)).toBe(address);
});

test.each(["", "my server", "https://key:secret@h.org/v1"])("“%s” is no endpoint", (typed) => {
  expect(() => embeddingsAddress(typed)).toThrow("is not the address of an endpoint");
});

test("each kind of server has its own remedy where it lets no page ask", () => {
  vi.stubGlobal("location", new URL("https://matryoscope.example"));
  expect(textOf(corsRemedy("http://localhost:11434/v1/embeddings"))).toContain(
    "OLLAMA_ORIGINS=https://matryoscope.example ollama serve",
  );
  expect(textOf(corsRemedy("http://localhost:1234/v1/embeddings"))).toContain("LM Studio");
  expect(textOf(corsRemedy("http://localhost:8000/v1/embeddings"))).toContain(
    `--allowed-origins '["https://matryoscope.example"]'`,
  );
  expect(textOf(corsRemedy("https://h.org/v1/embeddings"))).toContain("Access-Control-Allow-Origin");
});

test("tokens are about a quarter of Latin letters, half of others, and a sign of Chinese each", () => {
  expect(estimateTokens("The quick brown fox jumps over the lazy dog.")).toBe(11);
  expect(estimateTokens("Быстрая лиса")).toBe(6);
  expect(estimateTokens("敏捷的棕色狐狸")).toBe(7);
  expect(estimateTokens("😀")).toBe(1);
  expect(estimateTokens("")).toBe(0);
});

test("the cost is that of the tokens, and of no empty text", () => {
  expect(estimateCost(["abcd".repeat(1000), " ", ""], 0.5)).toEqual({ texts: 1, tokens: 1000, cost: 0.0005 });
  expect(estimateCost(["abcd"], null).cost).toBe(null);
});

test("a request holds 64 texts at most, and fewer where they are long", () => {
  const short = Array.from({ length: 130 }, () => "word");
  expect(intoBatches(short, [...short.keys()]).map((batch) => batch.length)).toEqual([64, 64, 2]);
  const long = Array.from({ length: 5 }, () => "abcd".repeat(25_000));
  expect(intoBatches(long, [0, 2, 3, 4])).toEqual([
    [0, 2],
    [3, 4],
  ]);
  expect(intoBatches(["abcd".repeat(100_000)], [0])).toEqual([[0]]);
});
