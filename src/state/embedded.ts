/**
 * Whether an address asks for the view that is a part of another page. That is decided once, when the page is opened:
 * such a view answers the page around it, so it opens nothing that is the reader's own; and one that may open a reader's
 * files answers nobody. A page that could become the other would do both.
 */
export function isEmbedded(fragment: string): boolean {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("embed") === "1";
}
