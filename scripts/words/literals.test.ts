import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { untranslated } from "./literals.mjs";

/** The rooms whose texts people read. */
const ROOMS = ["panels", "scene", "charts", "sharing", "state", "sources", "engine"];

/** What is no language: shaders, selectors, fonts, elements of drawings and pages, the name of the product, of keys, and the signs of the axes. */
const CODE =
  /^(SELECT|PRAGMA|NULL FROM|v\.vectors FROM) |^https?:|^version https:|^SQLite format|^index\.html$|"embedding":|^system-ui\b|^<(svg|rect|script|\?xml) |^ {2}style=|… × … \(4K\)|^view$|\bvoid main\b|\bvec4 place\b|\[role=|^(Matryoscope|Page Up|Page Down|PC)$/;
/** Names of formats, of services and of what is measured, the same in every language. */
const NAME =
  /^(HDF5|HTML|JSON|PDF|PNG|React|SVG|JSON Lines|NumPy|Parquet|safetensors|SQLite|fvecs, bvecs, ivecs|Google Drive|OpenAI|Ollama|LM Studio|Hugging Face|recall@10|m)$/;
/** Texts for programs and for who writes them: settings of databases, commands, what an embedding page is answered. */
const PROGRAMS = /\/testing\/|^panels\/retrieval\/settings-for\.ts$|^sharing\/embedded\/|^sharing\/link\/hosting\.ts$/;

/** The story, a data file a language. */
const STORY = /^panels\/story\/story\.\w+\.ts$/;

const root = new URL("../../src/", import.meta.url).pathname;
const modules = readdirSync(root, { recursive: true })
  .map(String)
  .filter((path) => !PROGRAMS.test(path) && !STORY.test(path))
  .filter((path) => ROOMS.includes(path.split("/")[0]) && /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$/.test(path));

test("what is not put into words is found, wherever it stands", () => {
  const found = (code: string) => untranslated(code, "x.tsx");
  expect(found("<p>Hello</p>")).toEqual(["Hello"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
  expect(found("<p>{busy ? `Reading ${name}` : t('Read')}</p>")).toEqual(["Reading …"]);
  expect(found('<button aria-label="Close" className="icon button" />')).toEqual(["Close"]);
  expect(found('<><Row name="Speed" /><input name="Speed" /></>')).toEqual(["Speed"]);
  expect(found('const a = [{ title: "Raw", name: "axis1" }, { name: "three axes" }];')).toEqual(["Raw", "three axes"]);
  expect(found('function left() { return "a moment left"; }')).toEqual(["a moment left"]);
  expect(found('tell("It is done."); t("It is done."); throw new Error("It is done.");')).toEqual(["It is done."]);
});

test("no text that people read stands outside of t() and said()", () => {
  expect(modules.length).toBeGreaterThan(150);
  const found = modules.flatMap((path) => {
    const texts = untranslated(readFileSync(root + path, "utf8"), path);
    return texts.filter((text) => !CODE.test(text) && !NAME.test(text)).map((text) => `${path}: ${text}`);
  });
  expect(found).toEqual([]);
});
