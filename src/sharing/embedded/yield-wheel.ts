/**
 * Leaves the wheel to the page around: over a view that has not been clicked, it scrolls that page on. With the focus in
 * the view, or with Ctrl (which a pinch of two fingers on a trackpad sends too), it is the camera's.
 *
 * @returns ends it
 */
export function yieldWheel(): () => void {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && !document.hasFocus()) event.stopImmediatePropagation();
  };
  // Before whatever in the page would keep it.
  addEventListener("wheel", onWheel, { capture: true, passive: true });
  return () => removeEventListener("wheel", onWheel, { capture: true });
}
