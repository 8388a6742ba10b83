import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { detectFormat } from "../detect";
import { readTable } from "../testing/read-table";
import { word2vec } from "./word2vec";

const text = (lines: string[]) => new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
const open = async (bytes: Uint8Array<ArrayBuffer>, name = "a.vec") =>
  (await word2vec.open(bytesFile(bytes, name), {}))[0];
const read = async (bytes: Uint8Array<ArrayBuffer>, name?: string) => readTable(await open(bytes, name));

/** The binary form, of rows that begin with their word; `end` is what stands behind each row. */
function binary(words: string[], dims: number, { rows = words.length, end = "\n" } = {}): Uint8Array<ArrayBuffer> {
  const bytes = words.flatMap((word, i) => [
    ...new TextEncoder().encode(`${word} `),
    ...new Uint8Array(Float32Array.from({ length: dims }, (_, j) => i + 1 + j / 8).buffer),
    ...new TextEncoder().encode(end),
  ]);
  return new Uint8Array([...new TextEncoder().encode(`${rows} ${dims}\n`), ...bytes]);
}

test("the text form gives words and vectors, with a space at the end of its lines or without", async () => {
  for (const end of ["", " ", "\r", " \r"]) {
    const found = await read(text(["2 4", `the 1 -2.5 3e-1 4${end}`, `été .5 0 -0 7${end}`]));
    expect(found.columns.word).toEqual(["the", "été"]);
    expect(found.values).toEqual([1, -2.5, Math.fround(0.3), 4, 0.5, 0, -0, 7]);
  }
});

test.each(["\n", ""])("the binary form gives words and vectors, with %j behind each row", async (end) => {
  const found = await read(binary(["the", "été", ""], 3, { end }), "a.bin");
  expect(found.columns.word).toEqual(["the", "été", ""]);
  expect(found.values).toEqual([1, 1.125, 1.25, 2, 2.125, 2.25, 3, 3.125, 3.25]);
});

test("the binary form is read in pieces where it is larger than one", async () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word${i}`);
  const table = await open(binary(words, 128));
  const found = await readTable(table, { rows: [0, 1500, 2999] });
  expect(found.columns.word).toEqual(["word0", "word1500", "word2999"]);
  expect(found.values.filter((_, i) => i % 128 === 0)).toEqual([1, 1501, 3000]);
  expect((await readTable(table, { columns: [] })).values.length).toBe(3000 * 128);
});

test("GloVe's text has no first line that counts; its words may be numbers or have spaces in them", async () => {
  const found = await read(text(["the 1 2 3 4", "1990 2 3 4 5", ". . . 3 4 5 6", "at a@b.org 4 5 6 7"]), "a.txt");
  expect(found.columns.word).toEqual(["the", "1990", ". . .", "at a@b.org"]);
  expect(found.values).toEqual([1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7]);
});

test("lines that are ragged or hold no numbers are skipped with their place, and the others read", async () => {
  const found = await read(text(["4 4", "a 1 2 3 4", "b 1 2 3", "", "c 1 2 3 4 5", "d 1 2 x 4"]));
  expect(found.rows).toEqual([0]);
  expect(found.skipped).toEqual([
    { row: 1, place: "line 3", why: "has 3 numbers where the others have 4" },
    { row: 2, place: "line 5", why: "has 5 numbers where the others have 4" },
    { row: 3, place: "line 6", why: 'has "x" where a number belongs' },
  ]);
});

test("a text with fewer lines than its first line says is told, and one with more is read whole", async () => {
  await expect(open(text(["3 2", "a 1 2", "b 3 4"]))).rejects.toThrow("its first line says 3 words, and 2 are there");
  await expect(open(text(["999999999999 300", "a 1 2"]))).rejects.toThrow("it is too short for them");
  const table = await open(text(["1 2", "a 1 2", "b 3 4"]));
  expect([table.rows, table.notes]).toEqual([2, ["Its first line says 1 words; all 2 that are there are read."]]);
  await expect(open(text(["3 2"]))).rejects.toThrow(/ends early|no line of a word/);
});

test("a binary form that is cut anywhere is told, when it is opened or when it is read", async () => {
  const whole = binary(["some", "words", "here"], 4, { end: "" });
  for (let length = 4; length < whole.length; length++) {
    await expect(read(whole.slice(0, length)), `${length} bytes`).rejects.toThrow(/ends early|ends within row|no line/);
  }
});

test("sizes that the file cannot hold are refused before they are read", async () => {
  const words = ["a", "b"];
  await expect(open(binary(words, 4, { rows: 3_000_000 }))).rejects.toThrow(
    "3,000,000 words of 4 dims, as its first line says, take 51,000,010 bytes at least, and 48 are there",
  );
});

test("a binary form that is out of step is told where", async () => {
  const whole = binary(["one", "two", "three", "four"], 16);
  const bytes = new Uint8Array([...whole.subarray(0, 20), ...whole.subarray(27)]);
  await expect(read(bytes)).rejects.toThrow(/has no word at the beginning of row 1, near byte \d+|ends/);
});

test("one row is a table in each of the forms", async () => {
  for (const bytes of [text(["1 4", "a 1 2 3 4"]), text(["a 1 2 3 4"]), binary(["a"], 4)]) {
    const table = await open(bytes);
    expect([table.rows, (await readTable(table)).columns.word]).toEqual([1, ["a"]]);
  }
});

test("it is known by its first lines under any name, and takes no other table of text", async () => {
  const formatOf = async (bytes: Uint8Array<ArrayBuffer>, name = "something.bin") =>
    (await detectFormat(bytesFile(bytes, name))).id;
  const line = (word: string, i: number) => `${word} ${i} 0.5 -1 ${i / 4}`;
  const words = ["the", "of", "and", "a", "to"].map(line);
  expect(await formatOf(text(["5 4", ...words]))).toBe("word2vec");
  expect(await formatOf(text(words))).toBe("word2vec");
  expect(await formatOf(text(words), "glove.6B.txt")).toBe("word2vec");
  expect(await formatOf(binary(["the", "of"], 8))).toBe("word2vec");
  expect(await formatOf(text(words), "named.csv")).toBe("csv");
  for (const lines of [
    ["5 4", ...words.map((each) => `${each} 9`)],
    words.map((each) => each.replaceAll(" ", ",")),
    words.map((each) => each.replaceAll(" ", "\t")),
    words.map((each) => each.replace(" ", "  ")),
    ["name x y z w", ...words],
    [...words.slice(1), "short 1 2 3"],
    words.map((_, i) => line(String(i), i)),
    ["a sentence of five words", "another one, of some words"],
  ]) {
    expect(await formatOf(text(lines)), lines[0]).toBe("csv");
  }
});
