import { useSyncExternalStore } from "react";
import { useScope } from "../state";

/** What the page is drawn on. */
export type Ground = "dark" | "light";

const prefersLight = window.matchMedia("(prefers-color-scheme: light)");

function onSystemChange(listener: () => void): () => void {
  prefersLight.addEventListener("change", listener);
  return () => prefersLight.removeEventListener("change", listener);
}

/** The ground that the chosen theme comes to: "system" follows the device. */
export function useGround(): Ground {
  const theme = useScope((state) => state.theme);
  const systemIsLight = useSyncExternalStore(onSystemChange, () => prefersLight.matches);
  if (theme === "system") return systemIsLight ? "light" : "dark";
  return theme;
}
