import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

const PAGE = 8;

/** The line that a key leads to from one line of so many; null for other keys. */
export function lineFor(key: string, from: number, count: number): number | null {
  const to = new Map([
    ["ArrowDown", from + 1],
    ["ArrowUp", from - 1],
    ["PageDown", from + PAGE],
    ["PageUp", from - PAGE],
    ["Home", 0],
    ["End", count - 1],
  ]).get(key);
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

interface Roving {
  /** The one line that Tab leads to. */
  active: number;
  setActive: (line: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One stop for Tab in a list of any length: the arrow keys go from line to line. Each line's button is found by the
 * `data-line` around it.
 *
 * @param reveal brings a line into sight, so that it is there to be focused
 * @param onLeave the key upwards on the first line
 */
export function useRoving(
  list: RefObject<HTMLElement | null>,
  count: number,
  reveal: (line: number) => void,
  onLeave?: () => void,
): Roving {
  const [wished, setActive] = useState(0);
  const active = Math.min(wished, Math.max(0, count - 1));
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    list.current?.querySelector<HTMLElement>(`[data-line="${active}"] button`)?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowUp" && active === 0 && onLeave) {
      event.preventDefault();
      onLeave();
      return;
    }
    const next = lineFor(event.key, active, count);
    if (next === null || count === 0) return;
    event.preventDefault();
    moved.current = true;
    setActive(next);
    reveal(next);
  };
  return { active, setActive, onKeyDown };
}
