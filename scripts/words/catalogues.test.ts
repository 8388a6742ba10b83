import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSpoken, sentences } from "./calls.mjs";
import { argumentsOf } from "./message-arguments.mjs";

/** What has no words of its own, but what it is filled with: "{name}: {note}". */
const isFrame = (sentence: string) => !/\p{L}/u.test(sentence.replaceAll(/\{\w+\}/g, ""));

const root = new URL("../../", import.meta.url).pathname;
const files = readdirSync(`${root}src`, { recursive: true }).map((path) => `src/${path}`);
const modules = files
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^src\/(i18n\/words\.ts|numeric\/)/.test(path))
  .map((path) => ({ path, code: readFileSync(root + path, "utf8") }));
const said = modules.flatMap(({ path, code }) => sentences(code, path).map(({ message }) => ({ path, message })));
const inCode = new Set(said.map(({ message }) => message));

const catalogues = files
  .filter((path) => path.endsWith(".words.json"))
  .map((path) => ({
    path,
    messages: JSON.parse(readFileSync(root + path, "utf8")) as Record<string, string>,
  }));
const chinese = Object.assign({}, ...catalogues.map(({ messages }) => messages)) as Record<string, string>;

test("every sentence is written out where it is said, so that the build and this test find it", () => {
  expect(said.filter(({ message }) => message === null)).toEqual([]);
});

test("no sentence is put into words while a module is loaded: the language may change later", () => {
  expect(modules.filter(({ path, code }) => /\bt\(/.test(code) && isSpoken(code, path))).toEqual([]);
});

test("every sentence of the interface is told in Chinese", () => {
  expect(said.filter(({ message }) => message !== null && !Object.hasOwn(chinese, message))).toEqual([]);
});

test("no catalogue keeps a sentence that nobody says", () => {
  const stale = catalogues.map(({ path, messages }) => ({
    path,
    stale: Object.keys(messages).filter((sentence) => !inCode.has(sentence)),
  }));
  expect(stale.filter((one) => one.stale.length > 0)).toEqual([]);
});

test("two catalogues that have the same sentence agree on it", () => {
  const twice = catalogues.flatMap(({ path, messages }) =>
    Object.entries(messages).filter(([sentence, text]) => chinese[sentence] !== text && path),
  );
  expect(twice).toEqual([]);
});

test("a sentence in Chinese is filled with what its English is filled with, counts as counts", () => {
  const kinds = (message: string, plurals: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(argumentsOf(message)).map(([name, kind]) =>
        // A Chinese noun is the same for one and for many: its number alone is set.
        plurals[name] === "plural" && kind === "number" ? [name, "plural"] : [name, kind],
      ),
    );
  const wrong = Object.entries(chinese).filter(([sentence, text]) => {
    const wanted = argumentsOf(sentence);
    return JSON.stringify(kinds(text, wanted)) !== JSON.stringify(wanted);
  });
  expect(wrong).toEqual([]);
});

test("no sentence in Chinese is empty or left in English", () => {
  expect(
    Object.entries(chinese).filter(([sentence, text]) => !/\p{Script=Han}/u.test(text) && !isFrame(sentence)),
  ).toEqual([]);
});
