import { readFileSync } from "node:fs";
import { type Member, membersOf } from "./members";

/** The page of the docs that tells of links and scripts. */
export const LINK_PAGE = "docs/link.md";

/** That page with its tables made anew from the comments of the types. */
export function linkPage(page: string): string {
  const keys = membersOf(readFileSync("src/state/link-state.ts", "utf8"), "LinkState");
  const scripting = membersOf(readFileSync("src/state/scripting.ts", "utf8"), "Scripting");
  return withPart(withPart(page, "keys", keysTable(keys)), "scripting", scriptingList(scripting));
}

function keysTable(keys: readonly Member[]): string {
  const rows = keys.map(({ name, says, tags }) => {
    for (const tag of ["values", "default", "example"]) {
      if (!tags[tag]) throw new Error(`LinkState.${name} says no @${tag}.`);
    }
    return `| \`${name}\` | ${cell(says)} | ${cell(tags.values)} | ${cell(tags.default)} | \`${tags.example}\` |`;
  });
  return ["| key | what it says | values | default | example |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

function scriptingList(members: readonly Member[]): string {
  return members
    .map(({ name, type, says, tags }) => {
      const throws = tags.throws ? ` Throws ${tags.throws}.` : "";
      const takes = type.startsWith("(") || type.startsWith("<");
      return `- \`${name}${takes ? "" : ": "}${type}\`\n  ${says}${throws}`;
    })
    .join("\n");
}

const cell = (text: string) => text.replaceAll("|", "\\|");

/** What stands between the marks of a part is put in the place of what was there. */
function withPart(page: string, part: string, text: string): string {
  const [begin, end] = [`<!-- ${part}: made by npm run docs -->`, `<!-- end of ${part} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${LINK_PAGE} has no marks for ${part}.`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
