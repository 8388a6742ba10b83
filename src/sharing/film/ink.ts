import type { FilmSettings } from "./settings";

/** The page's colours on one ground. */
export interface Ink {
  ground: string;
  text: string;
  quiet: string;
  faint: string;
  unlit: string;
  /** Dimensions in use, and nothing else. */
  lit: string;
}

const TOKENS: Record<keyof Ink, string> = {
  ground: "--ground",
  text: "--text",
  quiet: "--text-quiet",
  faint: "--text-faint",
  unlit: "--unlit",
  lit: "--lit",
};

/** The colours of the page on a ground, whichever it stands on itself: as the browser resolves them. */
export function inkOf(ground: FilmSettings["ground"]): Ink {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.colorScheme = ground;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const entries = Object.entries(TOKENS).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, style.color];
  });
  probe.remove();
  return Object.fromEntries(entries) as unknown as Ink;
}
