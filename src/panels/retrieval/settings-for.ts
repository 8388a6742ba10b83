import type { Choice } from "./recommend";
import type { Precision } from "./storage";

export type Database = "pgvector" | "Weaviate" | "Qdrant" | "Vespa";

/**
 * What to write in a database's own language to hold such an index: the prefix cut off and scaled to length 1 again, in
 * the precision that the database has for it, and the search in two passes where the choice has two.
 * Sources: github.com/pgvector/pgvector (0.7 and later), docs.weaviate.io, qdrant.tech/documentation, docs.vespa.ai.
 */
export function settingsFor(database: Database, choice: Choice, dims: number): string {
  return WRITERS[database](choice, dims).trimEnd();
}

const WRITERS: Record<Database, (choice: Choice, dims: number) => string> = { pgvector, Weaviate, Qdrant, Vespa };

const reranks = ({ shortlist }: Choice) => shortlist > 10;

/** The cut in Python, as the clients of three of the four want their vectors. */
function cut(prefix: number): string {
  return `import numpy as np

def short(vector):  # the first ${prefix} dims, scaled to length 1 again
    v = np.asarray(vector, dtype=np.float32)[:${prefix}]
    return v / np.linalg.norm(v)
`;
}

// HNSW of pgvector indexes up to 2,000 dims of vector and 4,000 of halfvec; it has no 8-bit type.
function pgvector(choice: Choice, dims: number): string {
  const { prefix, precision, shortlist } = choice;
  const isHalf = precision !== "f32" || prefix > 2000;
  const type = isHalf ? "halfvec" : "vector";
  const short = (from: string) => `l2_normalize(subvector(${from}, 1, ${prefix}))`;
  const isBit = precision === "bit";
  const stored = (from: string) =>
    isBit ? `binary_quantize(subvector(${from}, 1, ${prefix}))::bit(${prefix})` : `${short(from)}::${type}(${prefix})`;
  const note =
    precision === "i8"
      ? "-- pgvector has no 8-bit type: half precision takes twice the bytes.\n"
      : precision === "f32" && isHalf
        ? "-- HNSW takes at most 2,000 dims of single precision: half precision in its place.\n"
        : "";
  const order = `${stored("embedding")} ${isBit ? "<~>" : "<=>"} ${stored("$1::vector")}`;
  const search = reranks(choice)
    ? `SELECT id FROM (
  SELECT id, embedding FROM items
  ORDER BY ${order}
  LIMIT ${shortlist}
) AS shortlist
ORDER BY embedding <=> $1 LIMIT 10;`
    : `SELECT id FROM items
ORDER BY ${order}
LIMIT 10;`;
  return `${note}CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE items (id bigserial PRIMARY KEY, embedding vector(${dims}));
CREATE INDEX ON items USING hnsw
  ((${stored("embedding")}) ${isBit ? "bit_hamming_ops" : `${type}_cosine_ops`});

-- $1 is the full query vector.
SET hnsw.ef_search = ${Math.max(40, shortlist)};
${search}
`;
}

function Weaviate(choice: Choice, dims: number): string {
  const { prefix, precision, shortlist } = choice;
  const quantizer: Record<Precision, string> = {
    f32: "",
    f16: "",
    i8: "quantizer=Configure.VectorIndex.Quantizer.rq(bits=8)",
    bit: "quantizer=Configure.VectorIndex.Quantizer.bq()",
  };
  const note = precision === "f16" ? "# Weaviate has no half precision: this holds single precision.\n" : "";
  const two = reranks(choice);
  const index = [
    "distance_metric=VectorDistances.COSINE",
    `ef=${Math.max(64, shortlist)}`,
    ...[quantizer[precision]].filter(Boolean),
  ];
  const full = two
    ? `
        Configure.Vectors.self_provided(  # ${dims} dims, read for the second pass alone
            name="full",
            vector_index_config=Configure.VectorIndex.flat(distance_metric=VectorDistances.COSINE),
        ),`
    : "";
  const search = two
    ? `found = items.query.near_vector(
    short(query).tolist(), target_vector="short", limit=${shortlist}, include_vector=["full"]
)
# The second pass: by cosine with the full vector.
q = np.asarray(query) / np.linalg.norm(query)
cosine = lambda item: q @ item.vector["full"] / np.linalg.norm(item.vector["full"])
best = sorted(found.objects, key=cosine, reverse=True)[:10]`
    : `found = items.query.near_vector(short(query).tolist(), target_vector="short", limit=10)`;
  return `${note}${cut(prefix)}
from weaviate.classes.config import Configure, VectorDistances

client.collections.create(
    "Items",
    vector_config=[
        Configure.Vectors.self_provided(
            name="short",
            vector_index_config=Configure.VectorIndex.hnsw(
                ${index.join(",\n                ")},
            ),
        ),${full}
    ],
)
items = client.collections.use("Items")
items.data.insert({}, vector={"short": short(vector).tolist()${two ? ', "full": vector' : ""}})

${search}
`;
}

// Qdrant scales vectors of the cosine distance to length 1 as they come in.
function Qdrant(choice: Choice, dims: number): string {
  const { prefix, precision, shortlist } = choice;
  const two = reranks(choice);
  const short: Record<string, unknown> = { size: prefix, distance: "Cosine" };
  if (precision === "f16") short.datatype = "float16";
  if (precision === "i8") short.quantization_config = { scalar: { type: "int8", quantile: 0.99, always_ram: true } };
  if (precision === "bit") short.quantization_config = { binary: { always_ram: true } };
  if (precision === "i8" || precision === "bit") short.on_disk = true;
  const full = { size: dims, distance: "Cosine", on_disk: true, hnsw_config: { m: 0 } };
  const vectors = two ? { short, full } : { short };
  const params = { hnsw_ef: Math.max(64, shortlist), quantization: { rescore: false } };
  const first = { query: `<first ${prefix} dims>`, using: "short", limit: two ? shortlist : 10, params };
  const search = two ? { prefetch: first, query: `<all ${dims} dims>`, using: "full", limit: 10 } : first;
  return `# Vectors are cut to their first ${prefix} dims; for Cosine, Qdrant scales them to length 1 again by itself.
PUT /collections/items
${JSON.stringify({ vectors }, null, 2)}

POST /collections/items/points/query
${JSON.stringify(search, null, 2)}
`;
}

function Vespa(choice: Choice, dims: number): string {
  const { prefix, precision, shortlist } = choice;
  const two = reranks(choice);
  const isBit = precision === "bit";
  // float is read in bfloat16 where half precision is wanted: Vespa has no other 16-bit cell.
  const cell: Record<Precision, string> = { f32: "float", f16: "bfloat16", i8: "int8", bit: "int8" };
  const type = `tensor<${cell[precision]}>(x[${isBit ? Math.ceil(prefix / 8) : prefix}])`;
  const metric = isBit ? "hamming" : precision === "i8" ? "angular" : "prenormalized-angular";
  const encode: Record<Precision, string> = {
    f32: "short(vector).tolist()",
    f16: "short(vector).tolist()",
    i8: "(lambda v: np.rint(v / np.abs(v).max() * 127).astype(np.int8).tolist())(short(vector))",
    bit: "np.packbits(short(vector) > 0).astype(np.int8).tolist()",
  };
  const fullField = two
    ? `
    field full type tensor<float>(d[${dims}]) {
      indexing: attribute
      attribute: paged
    }`
    : "";
  const fullInput = two ? `\n      query(full_q) tensor<float>(d[${dims}])` : "";
  const second = two
    ? `
    second-phase {
      rerank-count: ${shortlist}
      expression: cosine_similarity(query(full_q), attribute(full), d)
    }`
    : "";
  return `${precision === "f16" ? "# Vespa's 16-bit cell is bfloat16.\n" : ""}schema item {
  document item {
    field short type ${type} {
      indexing: attribute | index
      attribute {
        distance-metric: ${metric}
      }
      index {
        hnsw {
          max-links-per-node: 16
          neighbors-to-explore-at-insert: 200
        }
      }
    }${fullField}
  }
  rank-profile nearest {
    inputs {
      query(short_q) ${type}${fullInput}
    }
    first-phase {
      expression: closeness(field, short)
    }${second}
  }
}

# YQL: select * from item where {targetHits: ${Math.max(10, shortlist)}}nearestNeighbor(short, short_q)
# with ranking=nearest and hits=10; "short" of points and queries is made so:
${cut(prefix)}
field = ${encode[precision]}
`;
}
