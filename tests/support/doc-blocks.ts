import { readdirSync, readFileSync } from "node:fs";
import { marked, type Token, type Tokens } from "marked";

/** A fenced block of the docs. */
export interface DocBlock {
  file: string;
  language: string;
  code: string;
  /** Why it is not run, as a comment before it says. */
  notRun: string | null;
}

/** The pages that speak to users. */
export const PAGES = [
  "README.md",
  ...readdirSync("docs")
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** Every fenced block of those pages, in their order. `<!-- not run: why -->` before one says that it cannot be. */
export function docBlocks(): DocBlock[] {
  return PAGES.flatMap((file) => blocksOf(file, readFileSync(file, "utf8")));
}

function blocksOf(file: string, text: string): DocBlock[] {
  const found: DocBlock[] = [];
  let notRun: string | null = null;
  const see = (token: Token) => {
    if (token.type === "html") notRun = /<!-- not run: (.+?) -->/s.exec(token.raw)?.[1] ?? null;
    else if (token.type === "code") {
      const { lang = "", text: code } = token as Tokens.Code;
      found.push({ file, language: lang, code, notRun });
      notRun = null;
    } else if (token.type !== "space") {
      notRun = null;
      if (token.type === "list") for (const item of (token as Tokens.List).items) item.tokens.forEach(see);
    }
  };
  marked.lexer(text).forEach(see);
  return found;
}
