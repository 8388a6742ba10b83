/** Whether this is the self-contained page, which carries its one space in itself. It is known when the page is built. */
export const HOLDS_SPACE = import.meta.env.MODE === "standalone";

/** What that space is called in a link. */
export const HELD = "page";
