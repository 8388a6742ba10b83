import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDatasetFolder } from "../../src/sources";
import { diskFolder } from "../../src/sources/node";
import { readTable } from "../../src/sources/testing/read-table";
import { run } from "../testing/run";
import { openDatabase } from ".";
import { type Asked, jsonServer } from "./testing/json-server";
import { DIMS, differences, pointOf, ROWS, rowOf } from "./testing/matrix";

const SECRET = "k3y-that-nobody-sees";
let folder: string;
let asked: Asked[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  asked = [];
  process.env.QDRANT_API_KEY = SECRET;
  process.env.WEAVIATE_API_KEY = SECRET;
});
afterEach(() => {
  delete process.env.QDRANT_API_KEY;
  delete process.env.WEAVIATE_API_KEY;
});

let host: string;
let close: () => void;
/** How many of the next questions are answered by 503. */
let busy = 0;
function serve(answer: (asked: Asked) => [number, unknown]) {
  beforeAll(async () => {
    ({ host, close } = await jsonServer((question) => {
      asked.push(question);
      return busy-- > 0 ? [503, {}] : answer(question);
    }));
  });
  afterAll(() => close());
}

async function packed(address: string) {
  const out = join(folder, `${asked.length}-${host.split(":")[1]}`);
  const { status, err } = await run("pack", address, "--out", out);
  expect(err).toBe("");
  expect(status).toBe(0);
  const source = await readDatasetFolder(diskFolder(out));
  const { rows, dims } = source.manifest;
  const values = new Float32Array(rows * dims);
  let column = 0;
  for await (const block of source.blocks(() => {})) {
    for (let at = 0; at < block.values.length; at += rows, column++) {
      for (let row = 0; row < rows; row++) values[row * dims + column] = block.values[at + row];
    }
  }
  return { out, values, points: await source.points(), manifest: source.manifest };
}

describe("Qdrant, by the protocol of api.qdrant.tech (get-collection, count-points, scroll-points)", () => {
  const ids = Array.from({ length: ROWS }, (_, row) => 10 * row + 3);
  const one = { size: DIMS, distance: "Cosine" };
  const collections: Record<string, { vectors: unknown; count: number }> = {
    items: { vectors: one, count: ROWS },
    "named ones": {
      vectors: { small: { ...one, size: 4 }, large: one, many: { ...one, multivector_config: {} } },
      count: ROWS,
    },
    empty: { vectors: one, count: 0 },
    shrunk: { vectors: one, count: ROWS + 7 },
  };
  const vectorOf = (row: number, vectors: unknown, want: unknown) => {
    if (want === false) return {};
    if (vectors === one) return { vector: rowOf(row) };
    const all: Record<string, number[]> = {
      small: rowOf(row).slice(0, 4),
      ...(row === 5 ? {} : { large: rowOf(row) }),
    };
    const names = want as string[];
    return { vector: Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) };
  };
  serve(({ path, headers, body }) => {
    const ok = (result: unknown): [number, unknown] => [200, { time: 0.002, status: "ok", result }];
    if (headers["api-key"] !== SECRET) return [403, { status: { error: `forbidden: ${headers["api-key"]}` }, time: 0 }];
    if (path === "/collections") return ok({ collections: Object.keys(collections).map((name) => ({ name })) });
    if (path === "/collections/moved") return [302, "http://127.0.0.1:1/elsewhere"];
    const [, name, rest] = /^\/collections\/([^/]+)(.*)$/.exec(path) ?? [];
    const found = collections[decodeURIComponent(name)];
    if (!found) return [404, { status: { error: `Not found: Collection \`${name}\` doesn't exist!` }, time: 0 }];
    if (rest === "") return ok({ status: "green", points_count: 1, config: { params: { vectors: found.vectors } } });
    if (rest === "/points/count" && body.exact) return ok({ count: found.count });
    const from = body.offset === undefined ? 0 : ids.indexOf(body.offset);
    const to = found.count === 0 ? 0 : Math.min(ROWS, from + body.limit);
    return ok({
      points: ids.slice(from, to).map((id, i) => ({
        id,
        ...(body.with_payload ? { payload: { ...pointOf(from + i), meta: { page: from + i }, vector: "a word" } } : {}),
        ...vectorOf(from + i, found.vectors, body.with_vector),
      })),
      next_page_offset: ids[to] ?? null,
    });
  });

  test("pack takes vectors, payload and ids", async () => {
    const { values, points } = await packed(`qdrant://${host}/items?title=title`);
    expect(differences(values)).toBe("none");
    expect(points?.titles[499]).toBe("point 499");
    expect(points?.texts[3]).toBe("the text of point 3");
    expect(points?.columns.map(({ name }) => name)).toEqual(["id", "category", "score", "meta.page", "payload.vector"]);
    expect(asked.every(({ headers }) => headers["api-key"] === SECRET)).toBe(true);
  });

  test("of vectors with names one is asked for, and a point without it is left out with its id", async () => {
    const { values, out } = await packed(`qdrant://${host}/named%20ones`);
    expect(values).toHaveLength((ROWS - 1) * DIMS);
    expect(readFileSync(join(out, "skipped.csv"), "utf8")).toContain('6,id 53,"has no list of numbers at ""large"""');
    const small = await openDatabase(`qdrant://${host}/named%20ones?vector=small`);
    expect(small.named).toEqual({ vector: "small" });
    expect((await readTable(small.tables[0], { vector: "small", rows: [9] })).values).toEqual(rowOf(9).slice(0, 4));
    expect(small.tables[0].columns[2]).toMatchObject({ name: "many", kind: "other" });
  });

  test("rows that are not wanted are passed over without their vectors", async () => {
    const { tables } = await openDatabase(`qdrant://${host}/items`);
    asked = [];
    const wanted = [0, 3, 200, 499];
    const { rows, values, columns } = await readTable(tables[0], { rows: wanted, columns: ["title", "id"] });
    expect(rows).toEqual(wanted);
    expect(values).toEqual(wanted.flatMap(rowOf));
    expect(columns).toEqual({ title: wanted.map((row) => `point ${row}`), id: wanted.map((row) => ids[row]) });
    const sent = asked.reduce((sum, { body }) => sum + (body.with_vector ? body.limit : 0), 0);
    expect(sent).toBe(6);
  });

  test("a server that is busy is asked again", async () => {
    const { tables } = await openDatabase(`qdrant://${host}/items`);
    busy = 1;
    expect(differences((await readTable(tables[0], { columns: [] })).values)).toBe("none");
  });

  test.each([
    ["no such collection", () => `qdrant://${host}/itms`, /no collection "itms".*It has items, named ones/],
    ["none named", () => `qdrant://${host}`, /names no collection.*It has items/],
    ["an empty one", () => `qdrant://${host}/empty`, /empty has no points/],
    ["no such vector", () => `qdrant://${host}/items?vector=nope`, /--vector names no column "nope"/],
    ["points that went away", () => `qdrant://${host}/shrunk`, /shrunk was changed while it was read/],
    ["another place", () => `qdrant://${host}/moved`, /refused the question.*302/],
    ["a key in the address", () => `qdrant://${SECRET}@${host}/items`, /takes no user.*QDRANT_API_KEY/],
    ["no server", () => "qdrant://127.0.0.1:1/items", /No Qdrant server answers at 127.0.0.1:1/],
  ])("%s is told in a sentence", async (_, address, sentence) => {
    const { status, err } = await run("pack", address(), "--out", join(folder, "never"));
    expect(err).toMatch(sentence);
    expect(err).not.toContain(SECRET);
    expect(status).toBe(2);
  });

  test("a key that is wrong is not shown, though the server repeats it", async () => {
    process.env.QDRANT_API_KEY = "wr0ng";
    const { err } = await run("pack", `qdrant://${host}/items`, "--out", join(folder, "never"));
    expect(err).toMatch(/does not let you in: it says “forbidden: •••”.*another key.*QDRANT_API_KEY/);
  });
});

describe("Weaviate, by the protocol of its REST reference (schema, objects with a cursor) and Aggregate", () => {
  const idOf = (row: number) => `00000000-0000-4000-8000-${String(row).padStart(12, "0")}`;
  const classes = ["Item", "Tenanted", "Named"];
  serve(({ path, query, headers, body }) => {
    if (headers.authorization !== `Bearer ${SECRET}`)
      return [401, { error: [{ message: "anonymous access not enabled" }] }];
    if (path === "/v1/schema") return [200, { classes: classes.map((name) => ({ class: name })) }];
    const name = path.startsWith("/v1/schema/") ? path.slice(11) : query.get("class");
    if (path.startsWith("/v1/schema/")) return classes.includes(String(name)) ? [200, { class: name }] : [404, ""];
    if (path === "/v1/graphql") {
      const [, of, tenant] = /Aggregate \{ (\w+)(\(tenant: "acme"\))? \{ meta \{ count \} \}/.exec(body.query) ?? [];
      if (of === "Tenanted" && !tenant)
        return [200, { data: { Aggregate: { Tenanted: null } }, errors: [{ message: "tenant missing" }] }];
      return [200, { data: { Aggregate: { [String(of)]: [{ meta: { count: ROWS } }] } } }];
    }
    if (name === "Tenanted" && query.get("tenant") !== "acme") return [422, { error: [{ message: "tenant missing" }] }];
    // Ids that are not the cursor's own stand between: it takes any.
    const from = Array.from({ length: ROWS }, (_, row) => row).findIndex(
      (row) => idOf(row) > String(query.get("after")),
    );
    const rows =
      from < 0 ? [] : Array.from({ length: Math.min(Number(query.get("limit")), ROWS - from) }, (_, i) => from + i);
    const objects = rows.map((row) => ({
      class: name,
      creationTimeUnix: 1710000000000,
      id: idOf(row),
      properties: { ...pointOf(row), vector: row },
      ...(query.get("include") !== "vector"
        ? {}
        : name === "Named"
          ? { vectors: { title: rowOf(row).slice(0, 8), body: rowOf(row) } }
          : { vector: rowOf(row) }),
    }));
    return [200, { deprecations: null, objects, totalResults: objects.length }];
  });

  test("pack takes vectors, properties and ids", async () => {
    const { values, points } = await packed(`weaviate://${host}/Item`);
    expect(differences(values)).toBe("none");
    expect(points?.titles[499]).toBe("point 499");
    expect(points?.columns.map(({ name }) => name)).toEqual(["id", "category", "score", "properties.vector"]);
  });

  test("a vector by its name, and a tenant", async () => {
    const { values, manifest } = await packed(`weaviate://${host}/Named?vector=title`);
    expect([manifest.dims, Array.from(values.slice(8, 16))]).toEqual([8, rowOf(1).slice(0, 8)]);
    const { tables } = await openDatabase(`weaviate://${host}/Tenanted?tenant=acme`);
    expect(tables[0].rows).toBe(ROWS);
  });

  test("rows that are not wanted are passed over without their vectors", async () => {
    const { tables } = await openDatabase(`weaviate://${host}/Item`);
    asked = [];
    const wanted = [2, 400];
    const { values, columns } = await readTable(tables[0], { rows: wanted, columns: ["id"] });
    expect(values).toEqual(wanted.flatMap(rowOf));
    expect(columns.id).toEqual(wanted.map(idOf));
    expect(asked.map(({ query }) => `${query.get("limit")} ${query.get("include")}`)).toEqual([
      ...["2 null", "1 vector", "397 null", "1 vector"],
    ]);
  });

  test.each([
    ["no such class", () => `weaviate://${host}/Itm`, /no class "Itm".*It has Item, Tenanted/],
    ["what is no name", () => `weaviate://${host}/Item%7D%7D`, /no class "Item}}"/],
    ["no tenant", () => `weaviate://${host}/Tenanted`, /did not count Tenanted: it says “tenant missing”.*tenant=NAME/],
    ["no server", () => "weaviate://127.0.0.1:1/Item", /No Weaviate server answers at 127.0.0.1:1/],
  ])("%s is told in a sentence", async (_, address, sentence) => {
    const { status, err } = await run("pack", address(), "--out", join(folder, "never"));
    expect(err).toMatch(sentence);
    expect(err).not.toContain(SECRET);
    expect(status).toBe(2);
  });

  test("without a key it is said where one goes", async () => {
    delete process.env.WEAVIATE_API_KEY;
    const { err } = await run("pack", `weaviate://${host}/Item`, "--out", join(folder, "never"));
    expect(err).toMatch(
      /does not let you in: it says “anonymous access.*its key into the environment variable WEAVIATE_API_KEY/,
    );
  });
});
