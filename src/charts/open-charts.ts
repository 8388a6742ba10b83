import { useSyncExternalStore } from "react";
import type { Drawing, Size } from "./axes";

/** A chart that is on the page, as far as a picture of it needs. */
export interface OpenChart {
  title: string;
  /** The element that bears its colours. */
  figure: HTMLElement;
  /** The names of its series, each with its tone; empty where they need no telling apart. */
  legend: readonly string[];
  /** Draws it anew at a size; null while nothing is known. */
  draw: (size: Size) => Promise<Drawing | null>;
}

let charts: readonly OpenChart[] = [];
const listeners = new Set<() => void>();

function set(next: readonly OpenChart[]): void {
  charts = next;
  for (const listener of listeners) listener();
}

/**
 * Tells that a chart is there.
 *
 * @returns tells that it has gone
 */
export function announceChart(chart: OpenChart): () => void {
  set([...charts, chart]);
  return () => set(charts.filter((one) => one !== chart));
}

/** The charts that are on the page. */
export function openCharts(): readonly OpenChart[] {
  return charts;
}

/** The same, and again when one comes or goes. */
export function useOpenCharts(): readonly OpenChart[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, openCharts);
}
