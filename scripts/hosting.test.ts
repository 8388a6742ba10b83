import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkPreview } from "./link-preview.mjs";

const page = readFileSync("index.html", "utf8");

interface Tag {
  tag: string;
  attrs: Record<string, string>;
}

function tagsFor(site: string | undefined): Record<string, string> {
  const transform = linkPreview(site).transformIndexHtml as unknown as (html: string) => Tag[];
  const tags = transform(page);
  return Object.fromEntries(
    tags.map(({ attrs }) => [attrs.property ?? attrs.name ?? attrs.rel, attrs.content ?? attrs.href]),
  );
}

test("a build that knows its place gives whole addresses to who previews a link, under any base path", () => {
  for (const site of ["https://somebody.example/some/base", "https://somebody.example/some/base/"]) {
    const tags = tagsFor(site);
    expect(tags["og:url"]).toBe("https://somebody.example/some/base/");
    expect(tags.canonical).toBe("https://somebody.example/some/base/");
    expect(tags["og:image"]).toBe("https://somebody.example/some/base/preview.jpg");
    expect(tags["twitter:image"]).toBe(tags["og:image"]);
  }
});

test("a build that does not know it claims none", () => {
  const tags = tagsFor(undefined);
  expect(tags["og:image"]).toBe("./preview.jpg");
  expect(tags["og:url"]).toBeUndefined();
  expect(tags.canonical).toBeUndefined();
  expect(tags["og:description"]).toMatch(/^See what each dimension/);
});

test("the picture is as large as it says, and small enough to be fetched for every link", () => {
  const picture = readFileSync("public/preview.jpg");
  // The frame header of a JPEG (SOF0 or SOF2) tells height and width.
  let at = 2;
  while (![0xc0, 0xc2].includes(picture[at + 1])) at += 2 + picture.readUInt16BE(at + 2);
  const tags = tagsFor(undefined);
  expect([picture.readUInt16BE(at + 7), picture.readUInt16BE(at + 5)]).toEqual(
    [tags["og:image:width"], tags["og:image:height"]].map(Number),
  );
  expect(picture.length).toBeLessThan(300_000);
});

test("every action of a workflow is pinned to a commit, and says which version that is", () => {
  for (const file of readdirSync(".github/workflows")) {
    const uses = readFileSync(`.github/workflows/${file}`, "utf8").match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/);
  }
});

test("the installed app has its icons, in the sizes it names", () => {
  const { icons } = JSON.parse(readFileSync("public/manifest.webmanifest", "utf8"));
  for (const { src, sizes, type } of icons) {
    const file = readFileSync(`public/${src}`);
    if (type !== "image/png") continue;
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
});
