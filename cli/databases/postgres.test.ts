import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "../../src/i18n/said";
import { readDatasetFolder } from "../../src/sources";
import { diskFolder } from "../../src/sources/node";
import { readTable } from "../../src/sources/testing/read-table";
import { run } from "../testing/run";
import { openDatabase } from ".";
import { DIMS, differences, matrix, pointOf, ROWS, rowOf } from "./testing/matrix";
import { type PostgresServer, programs, startPostgres } from "./testing/postgres-server";

// Debian 12 has no package of pgvector: domains of its types' names, over text and over arrays, stand in for them. They
// write `[1,2,3]` and `{1,2,3}` as its types and PostgreSQL's arrays do.
const SETUP = `
  CREATE DOMAIN vector AS text;
  CREATE DOMAIN sparsevec AS text;
  CREATE DOMAIN halfvec AS real[];
  CREATE TABLE items (id int PRIMARY KEY, title text, "text" text, category text, score real, flag boolean, seen date,
                      embedding vector);
  CREATE SCHEMA "Odd ""schema""";
  CREATE TABLE "Odd ""schema"""."t; DROP TABLE items; --" ("a ""b"" c" real[], "id" text, headline text);
  CREATE TABLE forms (n int, f8 double precision[], half halfvec, bytes bytea, digest bytea, sparse sparsevec, list jsonb, note text);
  CREATE TABLE gaps (id int PRIMARY KEY, v real[]);
  CREATE TABLE nothing (v real[]);
  CREATE TABLE plain (id int, word text);
  INSERT INTO plain VALUES (1, 'one'), (2, '[not a list'), (3, '1, 2, 3, 4');
  CREATE VIEW seen_items AS SELECT title, embedding FROM items;
  CREATE TABLE parted (id int, v real[]) PARTITION BY RANGE (id);
  CREATE TABLE parted_a PARTITION OF parted FOR VALUES FROM (0) TO (10);
  CREATE TABLE parted_b PARTITION OF parted FOR VALUES FROM (10) TO (1000);
  CREATE ROLE guest LOGIN PASSWORD 'guest';
`;

describe.skipIf(programs === null)(
  programs ? "a server of PostgreSQL" : "a server of PostgreSQL (skipped: Debian's package postgresql is not here)",
  () => {
    let server: PostgresServer;
    let client: pg.Client;
    let folder: string;
    const at = (query: string, user = server.user, password = server.password) =>
      `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/postgres${query}`;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
      server = await startPostgres();
      client = new pg.Client({ connectionString: at("") });
      client.on("error", () => {});
      await client.connect();
      await client.query(SETUP);
      const all = Array.from({ length: ROWS }, (_, row) => {
        const v = rowOf(row);
        const sparse = v.flatMap((value, i) => (value === 0 ? [] : `${i + 1}:${value}`)).join(",");
        const bytes = Buffer.from(Float32Array.from(v).buffer).toString("hex");
        return { row, ...pointOf(row), v, list: `[${v.join(",")}]`, bytes, sparse: `{${sparse}}/${DIMS}` };
      });
      const insert = (into: string, order = "x.row") =>
        client.query(
          `INSERT INTO ${into} FROM jsonb_to_recordset($1) AS x (row int, title text, text text, category text,
             score real, v float8[], list text, bytes text, sparse text) ORDER BY ${order}`,
          [JSON.stringify(all)],
        );
      // Written backwards, so that the order of the key is not that in which they lie.
      await insert("items SELECT row, title, text, category, score, row % 2 = 0, '2024-02-29', list", "x.row DESC");
      await insert(`"Odd ""schema"""."t; DROP TABLE items; --" SELECT v, row::text, title`);
      await insert(`forms SELECT row, v, v, decode(bytes, 'hex'), sha256(decode(bytes, 'hex')), sparse, list::jsonb,
                    'one, 2, 3, 4'`);
      await insert("parted SELECT row, v");
      await client.query(`INSERT INTO gaps VALUES
        (1, '{1,2,3,4}'), (2, NULL), (3, '{1,2,3}'), (4, '{5,6,NULL,8}'), (5, '{9,10,11,12.5}')`);
    });
    afterAll(async () => {
      await client.end();
      server.stop();
      rmSync(folder, { recursive: true });
    });

    test("pack takes vectors, titles, texts and further columns in the order of the key", async () => {
      const out = join(folder, "items");
      const { status, err } = await run("pack", at("?table=items&vector=embedding"), "--out", out);
      expect(err).toBe("");
      expect(status).toBe(0);
      const source = await readDatasetFolder(diskFolder(out));
      const { rows, dims } = source.manifest;
      expect([rows, dims]).toEqual([ROWS, DIMS]);
      let k = 0;
      for await (const { values } of source.blocks(() => {})) {
        for (let at = 0; at < values.length; at++) {
          const [row, column] = [at % rows, k + Math.floor(at / rows)];
          if (values[at] !== matrix[row * DIMS + column]) expect({ row, column, value: values[at] }).toBe("the matrix");
        }
        k += values.length / rows;
      }
      expect(k).toBe(DIMS);
      const points = await source.points();
      expect(points?.titles[499]).toBe("point 499");
      expect(points?.texts[3]).toBe("the text of point 3");
      expect(points?.columns.map(({ name }) => name)).toEqual(["id", "category", "score", "flag", "seen"]);
      expect(readFileSync(join(out, "dataset.json"), "utf8")).not.toMatch(/s3cret/);
    });

    test("columns are told by their types and values, and every way of writing gives the same numbers", async () => {
      const { tables } = await openDatabase(at("?table=forms"));
      expect(tables[0].columns.map(({ name, kind, vector }) => `${name}: ${vector?.dims ?? kind}`)).toEqual([
        ...["n: number", "f8: 96", "half: 96", "bytes: 96", "digest: other", "sparse: 96", "list: 96", "note: text"],
      ]);
      for (const vector of ["f8", "half", "bytes", "sparse", "list"]) {
        const { values } = await readTable(tables[0], { vector, columns: [] });
        expect(`${vector}: ${differences(values)}`).toBe(`${vector}: none`);
      }
    });

    test("wanted rows are read by their place, with columns as the server writes them", async () => {
      const [table] = (await openDatabase(at("?table=public.items"))).tables;
      expect([table.name, table.rows, table.format]).toEqual(["items", ROWS, "PostgreSQL"]);
      const wanted = [0, 1, 40, 41, 300, 499];
      const { rows, values, columns } = await readTable(table, { rows: wanted });
      expect(rows).toEqual(wanted);
      expect(values).toEqual(wanted.flatMap(rowOf));
      expect(columns.title).toEqual(wanted.map((row) => `point ${row}`));
      expect(columns.score).toEqual(wanted.map((row) => row / 8));
      expect([columns.flag.slice(0, 2), columns.seen[0]]).toEqual([["true", "false"], "2024-02-29"]);
      expect((await readTable(table, { vector: null, columns: ["id"], rows: [7] })).columns.id).toEqual([7]);
    });

    test("names may hold anything", async () => {
      const name = `Odd "schema".t; DROP TABLE items; --`;
      const address = at(`?table=${encodeURIComponent(name)}&vector=${encodeURIComponent('a "b" c')}&title=headline`);
      const { tables, named } = await openDatabase(address);
      expect(named).toEqual({ vector: 'a "b" c', title: "headline" });
      const { values, columns } = await readTable(tables[0], { rows: [0, 499] });
      expect(values).toEqual([...rowOf(0), ...rowOf(499)]);
      expect(columns.headline).toEqual(["point 0", "point 499"]);
      expect((await client.query("SELECT count(*)::int AS n FROM items")).rows).toEqual([{ n: ROWS }]);
    });

    test("rows without a vector, or one of other dims, are left out with the reason", async () => {
      const { tables } = await openDatabase(at("?table=gaps"));
      const { rows, values, skipped } = await readTable(tables[0], { columns: [] });
      expect(rows).toEqual([0, 3, 4]);
      expect(values).toEqual([1, 2, 3, 4, 5, 6, Number.NaN, 8, 9, 10, 11, 12.5]);
      expect(skipped.map(({ row, why }) => `${row} ${textOf(why)}`)).toEqual([
        '1 has nothing at "v"',
        "2 has 3 numbers where the others have 4",
      ]);
      const out = join(folder, "gaps");
      await run("pack", at("?table=gaps"), "--out", out);
      expect(
        readFileSync(join(out, "skipped.csv"), "utf8")
          .split("\r\n")
          .map((line) => line.split(",")[0]),
      ).toEqual([...["row", "2", "3", "4", ""]]);
    });

    test("what is written while it is read is not seen, however often it is read", async () => {
      const [table] = (await openDatabase(at("?table=parted"))).tables;
      const first = await readTable(table);
      await client.query("UPDATE parted SET v = '{1,2}' WHERE id < 3");
      await client.query("DELETE FROM parted WHERE id > 100");
      expect(await readTable(table)).toEqual(first);
      expect(differences(first.values)).toBe("none");
      expect((await openDatabase(at("?table=parted"))).tables[0].rows).toBe(101);
    });

    test("two readings of a table do not disturb each other, and one that is left ends", async () => {
      const [table] = (await openDatabase(at("?table=items"))).tables;
      const request = { vector: "embedding", columns: [], rows: null };
      const left = table.batches(request);
      await left.next();
      expect(differences((await readTable(table)).values)).toBe("none");
      await left.return(undefined);
      const stopped = new AbortController();
      stopped.abort(new Error("enough"));
      await expect(table.batches({ ...request, signal: stopped.signal }).next()).rejects.toThrow("enough");
      expect((await readTable(table, { rows: [5] })).rows).toEqual([5]);
    });

    test("without a table those with vectors are found, and the other commands take an address too", async () => {
      const { tables } = await openDatabase(at(""));
      const names = tables.map(({ name }) => name);
      expect(names.slice(0, 3)).toEqual(["forms", "items", "seen_items"]);
      expect(names).not.toContain("plain");
      expect(names).not.toContain("nothing");
      expect(tables[2].notes).toHaveLength(1);
      const [inDatabase, inFile] = [
        await run("profile", at("?table=items"), "--json"),
        await run("profile", "tests/samples/matrix.npy", "--json"),
      ];
      expect(inDatabase.status).toBe(0);
      expect(JSON.parse(inDatabase.out).std).toEqual(JSON.parse(inFile.out).std);
    });

    test.each([
      ["no such table", () => at("?table=itms"), /no table "itms".*It has .*items/],
      ["an empty table", () => at("?table=nothing"), /nothing has no rows/],
      ["no vectors", () => at("?table=plain"), /There is no column of vectors.*id \(integer\), word \(text\)/],
      ["no such column", () => at("?table=items&vector=nope"), /--vector names no column "nope" of items/],
      ["no such database", () => at("").replace(/postgres$/, "other"), /no database "other"/],
      ["a wrong password", () => at("", server.user, "wr0ng-word"), /does not let owner in.*PGPASSWORD/],
      ["no password", () => at("").replace(/:[^:@]*@/, "@"), /does not let owner in.*PGPASSWORD/],
      ["no right to read", () => at("?table=items", "guest", "guest"), /guest may not read this/],
      ["no server", () => "postgres://me:hidden-word@127.0.0.1:1/db", /No PostgreSQL server answers at 127.0.0.1:1/],
      ["no address", () => "postgres://me:hidden-word@host:port/db", /is no address/],
    ])("%s is told in a sentence that shows no password", async (_, address, sentence) => {
      const { status, err } = await run("pack", address(), "--out", join(folder, "never"));
      expect(err).toMatch(sentence);
      expect(err).not.toMatch(/s3cret|wr0ng-word|hidden-word/);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(status).toBe(2);
    });

    test("the password may come from PGPASSWORD", async () => {
      process.env.PGPASSWORD = server.password;
      try {
        const { tables } = await openDatabase(at("?table=items").replace(/:[^:@]*@/, "@"));
        expect(tables[0].where).toBe(`postgres://owner@127.0.0.1:${server.port}/postgres?table=items`);
      } finally {
        delete process.env.PGPASSWORD;
      }
    });
  },
);
