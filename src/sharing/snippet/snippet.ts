import { type LinkState, writeLink } from "../../state";

/** How a view is put into a page. */
export type Kind = "iframe" | "react" | "element";

/** What is chosen about it. */
export interface Choices {
  /** In CSS pixels; null is as wide as there is room. */
  width: number | null;
  height: number;
  theme: "dark" | "light" | "system";
}

/**
 * The link that an embedded view opens: the view that is open, without what stands beside the cloud and without the
 * reader's language and theme, unless they are chosen.
 */
export function embedLink(link: LinkState, theme: Choices["theme"]): string {
  const { panel, story, q, lang, ...view } = link;
  return writeLink({ ...view, theme: theme === "system" ? undefined : theme, embed: true });
}

/**
 * What an author copies.
 *
 * @param app where the app lies, without a fragment
 * @param title what the frame is called by assistive technology
 */
export function snippet(kind: Kind, app: string, link: LinkState, choices: Choices, title: string): string {
  const { width, height, theme } = choices;
  if (kind === "iframe") {
    return [
      "<iframe",
      `  src="${inAttribute(app + embedLink(link, theme))}"`,
      `  title="${inAttribute(title)}"`,
      `  width="${width ?? "100%"}"`,
      `  height="${height}"`,
      '  loading="lazy"',
      "  allowfullscreen",
      '  style="border: 0; max-width: 100%"',
      "></iframe>",
      "",
    ].join("\n");
  }
  const { k, mode, axes, scale, size, color, sel, cam } = link;
  const data = link.data ?? null;
  const values = { data, k, mode, axes, scale, size, color, sel, cam, theme: theme === "system" ? undefined : theme };
  const given = Object.entries({ src: app, title, ...values }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  if (kind === "react") {
    const props = given.map(([name, value]) => `  ${name}=${inProp(value as string | number | readonly number[])}`);
    const style = `  style={{ ${width === null ? "" : `width: ${width}, `}height: ${height}, aspectRatio: "auto" }}`;
    return ['import { Matryoscope } from "matryoscope/react";', "", "<Matryoscope", ...props, style, "/>", ""].join(
      "\n",
    );
  }
  const attributes = given.map(([name, value]) => `  ${name}="${inAttribute(String(value))}"`);
  const style = `  style="${width === null ? "" : `width: ${width}px; `}height: ${height}px; aspect-ratio: auto"`;
  const script = '<script type="module">import "matryoscope/element";</script>';
  return [script, "<matryo-scope", ...attributes, style, "></matryo-scope>", ""].join("\n");
}

function inAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** A text without signs of its own stands in quotes, all else in braces. */
function inProp(value: string | number | readonly number[]): string {
  return typeof value === "string" && !/["&{}\\]/.test(value) ? `"${value}"` : `{${JSON.stringify(value)}}`;
}
