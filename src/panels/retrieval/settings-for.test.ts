import { expect, test } from "vitest";
import type { Choice } from "./recommend";
import { settingsFor } from "./settings-for";

const choice = (prefix: number, precision: Choice["precision"], shortlist: number): Choice => ({
  prefix,
  precision,
  shortlist,
  recall: { mean: 1, low: 1, high: 1 },
  bytes: 0,
});

test("pgvector indexes the prefix, scaled to length 1 again, and ranks the shortlist by the full vector", () => {
  expect(settingsFor("pgvector", choice(512, "f16", 80), 3072)).toBe(
    `CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE items (id bigserial PRIMARY KEY, embedding vector(3072));
CREATE INDEX ON items USING hnsw
  ((l2_normalize(subvector(embedding, 1, 512))::halfvec(512)) halfvec_cosine_ops);

-- $1 is the full query vector.
SET hnsw.ef_search = 80;
SELECT id FROM (
  SELECT id, embedding FROM items
  ORDER BY l2_normalize(subvector(embedding, 1, 512))::halfvec(512) <=> l2_normalize(subvector($1::vector, 1, 512))::halfvec(512)
  LIMIT 80
) AS shortlist
ORDER BY embedding <=> $1 LIMIT 10;`,
  );
});

test("pgvector says what it has not: 8 bits, and an index of long vectors in single precision", () => {
  expect(settingsFor("pgvector", choice(512, "i8", 10), 3072)).toContain("pgvector has no 8-bit type");
  expect(settingsFor("pgvector", choice(3072, "f32", 10), 3072)).toContain("halfvec(3072)");
  const bits = settingsFor("pgvector", choice(1024, "bit", 160), 3072);
  expect(bits).toContain("binary_quantize(subvector(embedding, 1, 1024))::bit(1024)) bit_hamming_ops");
  expect(bits).toContain("<~>");
});

test("what is posted to Qdrant is JSON that names prefix, precision and both passes", () => {
  const text = settingsFor("Qdrant", choice(512, "i8", 80), 3072);
  const [vectors, query] = text
    .split(/^(?:#|PUT|POST).*\n/m)
    .filter((part) => part.trim())
    .map((part) => JSON.parse(part));
  expect(vectors.vectors.short).toMatchObject({ size: 512, quantization_config: { scalar: { type: "int8" } } });
  expect(vectors.vectors.full).toMatchObject({ size: 3072, on_disk: true });
  expect(query).toMatchObject({ prefetch: { using: "short", limit: 80 }, using: "full", limit: 10 });
  const alone = settingsFor("Qdrant", choice(512, "f16", 10), 3072);
  expect(alone).not.toContain("prefetch");
  expect(alone).toContain('"datatype": "float16"');
});

test.each(["Weaviate", "Vespa"] as const)(
  "%s cuts, scales to length 1 again, and ranks twice where it is to",
  (database) => {
    const twice = settingsFor(database, choice(256, "bit", 160), 3072);
    expect(twice).toContain("dtype=np.float32)[:256]");
    expect(twice).toContain("/ np.linalg.norm(v)");
    expect(twice).toContain("160");
    expect(twice).toContain("full");
    expect(settingsFor(database, choice(256, "f32", 10), 3072)).not.toContain("full");
  },
);

test("Vespa packs eight signs in a cell, and compares them by Hamming distance", () => {
  const text = settingsFor("Vespa", choice(512, "bit", 160), 3072);
  expect(text).toContain("tensor<int8>(x[64])");
  expect(text).toContain("distance-metric: hamming");
  expect(text).toContain("rerank-count: 160");
});
