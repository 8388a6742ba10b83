/** Runs in the page: texts that cannot be read to their end, each with what holds it. */
export function clippedTexts(): string[] {
  /** Data may be of any length: it ends in an ellipsis, and is told whole elsewhere. */
  const DATA = "bdi, td, .point-name, .space-title, .hover-card, .labels, .chart-readout dt span[title]";
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    const element = node.parentElement;
    if (!text || !element || element.closest(`${DATA}, svg, script, style, noscript, option`)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || isUnseen(element)) continue;
    const name = `“${text.slice(0, 40)}” in ${element.tagName.toLowerCase()}.${element.className}`;
    let isReached = false;
    for (let around: HTMLElement | null = element; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      // What lies beyond the edge of something that scrolls can be reached; the page itself shall not scroll sideways.
      isReached ||=
        /auto|scroll/.test(style.overflowX) && around.scrollWidth > around.clientWidth && around !== document.body;
      if (/auto|scroll/.test(style.overflowX)) break;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      const edge = around.getBoundingClientRect();
      if (box.left >= edge.left - 1 && box.right <= edge.right + 1) continue;
      if (style.textOverflow === "ellipsis" && around.closest("[title]")) break;
      found.push(`${name} is cut off`);
      break;
    }
    if (!isReached && (box.left < -1 || box.right > innerWidth + 1)) found.push(`${name} leaves the screen`);
  }
  return found;

  function isUnseen(element: HTMLElement): boolean {
    for (let around: HTMLElement | null = element; around; around = around.parentElement) {
      const { clipPath, display } = getComputedStyle(around);
      if (display === "none" || /inset\(50%\)/.test(clipPath)) return true;
    }
    // Behind a dialog nothing is read.
    const dialog = document.querySelector("dialog[open]");
    return dialog !== null && !dialog.contains(element);
  }
}
