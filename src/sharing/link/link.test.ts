import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Plan, type ScopeState, scope } from "../../state";
import { initialState } from "../../state/scope";
import { rememberSpace } from "../../state/spaces";
import { hostedLink, hostingOf, linkTo, opensHereAlone, qrCode } from ".";

const PAGE = "https://example.org/scope/";
beforeEach(() => {
  vi.stubGlobal("location", new URL(`${PAGE}#k=8`));
  vi.stubGlobal("navigator", { languages: ["en"] });
});
afterEach(() => vi.unstubAllGlobals());

const view = (change: Partial<ScopeState>): ScopeState => ({ ...initialState, ...scope.getState(), ...change });
const all = { selection: true };

const plan: Plan = {
  title: "My Teams, 2024",
  table: 0,
  vector: "d0 … d95",
  titles: "name",
  texts: null,
  images: null,
  colors: [],
  rows: 2_000,
  seed: 7,
  draw: "rows",
  type: "f2",
};

function local(name: string, path: string, how: Plan | null) {
  const file = new File(["a,1"], path);
  rememberSpace(`local:${name}`, {
    kind: "input",
    input: { kind: "files", files: [{ file, path }] },
    plan: how,
    keep: null,
  });
  return view({ data: `local:${name}`, manifest: { title: name } as ScopeState["manifest"] });
}

test("a link names the space and k, even where they are the usual ones", () => {
  expect(linkTo(view({}), all)).toBe(`${PAGE}#data=wordnet-mrl-3072&k=512`);
});

test("a link without the selection keeps all else", () => {
  const chosen = view({ selection: [1, 2], focus: 2, isolated: [1, 2], panel: "points", k: 64 });
  expect(linkTo(chosen, all)).toContain("&sel=2,1&isolate=sel&panel=points");
  expect(linkTo(chosen, { selection: false })).toBe(`${PAGE}#data=wordnet-mrl-3072&k=64&panel=points`);
});

test("the command packs the rows, columns and precision that the page shows", () => {
  expect(hostingOf(local("My Teams, 2024", "teams.csv", plan))).toMatchObject({
    folder: "my-teams-2024",
    command:
      "npm run -s matryoscope -- pack teams.csv --vector 'd0 … d95' --title name --rows 2000 --seed 7 --dtype f2 --out my-teams-2024",
  });
  expect(hostingOf(local("whole", "whole.npy", null))?.command).toBe(
    "npm run -s matryoscope -- pack whole.npy --out whole",
  );
  expect(hostingOf(view({}))).toBeNull();
  expect(hostingOf(view({ data: "kept:teams" }))).toMatchObject({ folder: "kept-teams", command: null });
});

test("a file that is named like a command is a file to the shell", () => {
  const command = (path: string) => hostingOf(local(path, path, null))?.command;
  expect(command("$(rm -rf ~).csv")).toContain(" pack '$(rm -rf ~).csv' --out rm-rf-csv");
  expect(command("it's.csv")).toContain(` pack 'it'\\''s.csv' --out`);
  expect(command("--out.csv")).toContain(" pack ./--out.csv --out");
  expect(command("词.csv")).toContain(" pack 词.csv --out 词-csv");
});

test("where the folder will lie makes the link to this view", () => {
  const teams = local("teams", "teams.csv", null);
  const shown = { ...teams, k: 16, kChosen: true, selection: [3], focus: 3 };
  expect(hostedLink(shown, "https://me.github.io/teams", all)).toBe(
    `${PAGE}#data=https://me.github.io/teams/&k=16&sel=3`,
  );
  expect(hostedLink(shown, "me.github.io/teams/dataset.json", all)).toContain(
    "#data=https://me.github.io/teams/dataset.json&",
  );
  for (const text of ["", "teams", "ftp:"]) expect(hostedLink(shown, text, all)).toBeNull();
});

test("a page of this machine says that its links open here alone", () => {
  expect(opensHereAlone({ data: "wordnet-mrl-3072" })).toBe(false);
  expect(opensHereAlone({ data: "http://localhost:8000/a/" })).toBe(true);
  vi.stubGlobal("location", new URL("http://127.0.0.1:5173/#k=8"));
  expect(opensHereAlone({ data: "wordnet-mrl-3072" })).toBe(true);
});

test("a code has a quiet zone, is dense where the link is long, and is none where it is too long", () => {
  const short = qrCode(`${PAGE}#k=64`)!;
  // Up to 32 bytes are version 2 of the standard: 25 modules a side.
  expect(short).toMatchObject({ size: 25 + 8, dense: false });
  // The finder in the corner: seven dark modules, and nothing before them.
  expect(short.path).toMatch(/^M4 4h7v1h-7z/);
  expect(qrCode("x".repeat(2_000))).toMatchObject({ dense: true });
  expect(qrCode("x".repeat(2_953))).not.toBeNull();
  expect(qrCode("x".repeat(2_954))).toBeNull();
});
