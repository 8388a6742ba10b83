import { useSyncExternalStore } from "react";

/** How much of the top bar there is room for; the rest lies under More. As in top-bar.css. */
export type Room = "all" | "most" | "least";

const ROOMS = [
  [matchMedia("(max-width: 560px)"), "least"],
  [matchMedia("(max-width: 959px)"), "most"],
] as const;

function follow(listener: () => void): () => void {
  for (const [query] of ROOMS) query.addEventListener("change", listener);
  return () => {
    for (const [query] of ROOMS) query.removeEventListener("change", listener);
  };
}

/** What room there is now. */
export function useRoom(): Room {
  return useSyncExternalStore(follow, () => ROOMS.find(([query]) => query.matches)?.[1] ?? "all");
}
