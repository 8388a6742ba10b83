/** What a page is filled with. */
export interface PageParts {
  title: string;
  /** The fragment of the link to the view. */
  view: string;
  /** Text of `Packer.pack`. */
  space: Blob;
  points: Blob | null;
}

/** The page without anything in it, as it was built. It is fetched when someone asks for a page. */
export async function fetchFrame(signal: AbortSignal): Promise<string> {
  const answer = await fetch(new URL("standalone/page.html", document.baseURI), { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
  return answer.text();
}

/**
 * Puts them into the page around them. What people wrote stands in it as text: the title is escaped, all else is of an
 * alphabet that means nothing in HTML.
 *
 * @throws Error when a place of the page is missing
 */
export function assemblePage(frame: string, { title, view, space, points }: PageParts): Blob {
  const pieces: (string | Blob)[] = [];
  let rest = frame;
  // In the order in which they stand there.
  for (const [place, part] of [
    ["%VIEW%", escaped(view)],
    ["%TITLE%", escaped(title)],
    ["%SPACE%", space],
    ["%POINTS%", points ?? ""],
  ] as const) {
    const at = rest.indexOf(place);
    if (at < 0) throw new Error(`The page around the space has no place ${place}.`);
    pieces.push(rest.slice(0, at), part);
    rest = rest.slice(at + place.length);
  }
  return new Blob([...pieces, rest], { type: "text/html" });
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
