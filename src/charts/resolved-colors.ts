const COLORED = ["fill", "stroke", "color", "stop-color"];

/**
 * Writes the colours that custom properties stand for in their place, as they are where an element stands.
 *
 * @param scheme that colours of two themes are taken of; null for the one that is shown
 */
export function resolvedColors(drawing: SVGElement, where: HTMLElement, scheme: "light" | "dark" | null): void {
  const probe = document.createElement("span");
  if (scheme) probe.style.colorScheme = scheme;
  where.append(probe);
  const known = new Map<string, string>();
  const resolve = (value: string) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    probe.style.color = "";
    probe.style.color = value;
    const color = hexOf(getComputedStyle(probe).color);
    known.set(value, color);
    return color;
  };
  for (const part of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const name of COLORED) {
      const value = part.getAttribute(name);
      if (value && /var\(|currentcolor/i.test(value)) {
        part.setAttribute(name, /currentcolor/i.test(value) ? resolve("var(--text)") : resolve(value));
      }
    }
  }
  probe.remove();
}

/** "rgb(29, 98, 196)" as editors of drawings read it. */
function hexOf(color: string): string {
  const numbers = color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  if (!numbers) return color;
  return `#${numbers
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}
