import { createStore, useStore } from "zustand";
import type { Background, Parts } from "../../../sharing/picture";
import type { SizeName } from "./sizes";

export type Format = "png" | "svg" | "pdf";

/** What was chosen; it outlives the sheet. */
export interface Settings {
  /** The view, the social card, or a chart by its title. */
  subject: "view" | "card" | { chart: string };
  format: Format;
  size: SizeName;
  /** Which of the finenesses, counted from 0; the last one where there are fewer. */
  fineness: number;
  background: Background;
  parts: Parts;
}

export const settings = createStore<Settings>(() => ({
  subject: "view",
  format: "png",
  size: "screen",
  fineness: 1,
  background: "theme",
  parts: { labels: true, legend: true, axes: true, profile: true, caption: true },
}));

/** What was chosen, and again when that changes. */
export function useSettings(): Settings {
  return useStore(settings);
}
