import type { Rectangle } from "./place-labels";

const OVER = "[data-over='cloud']";

/**
 * Tells what lies over the picture, in pixels of the picture: the elements with `data-over="cloud"` beside it. It is
 * measured when one of them comes, goes, or changes its size or its side, and never while the cloud moves.
 *
 * @returns ends it
 */
export function watchCovers(picture: HTMLElement, onChange: (covers: Rectangle[]) => void): () => void {
  const page = picture.parentElement!;
  const sizes = new ResizeObserver(() => {
    const corner = picture.getBoundingClientRect();
    const covers = [...page.querySelectorAll(OVER)].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left: left - corner.left, top: top - corner.top, width, height };
    });
    onChange(covers.filter(({ width, height }) => width * height > 0));
  });
  const observe = () => {
    sizes.disconnect();
    for (const element of page.querySelectorAll(OVER)) sizes.observe(element);
  };
  const arrivals = new MutationObserver(observe);
  // The panels of the side come and go in a column of their own.
  for (const parent of [page, ...page.querySelectorAll(":scope > .side")])
    arrivals.observe(parent, { childList: true });
  arrivals.observe(document.documentElement, { attributeFilter: ["dir"] });
  observe();
  return () => {
    sizes.disconnect();
    arrivals.disconnect();
  };
}
