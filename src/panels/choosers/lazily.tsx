import { lazy } from "react";
import { useScope } from "../../state";
import "./choosers.css";

// The library under the lists weighs more than the first frame can bear: until then their faces stand there alone.
export const DatasetSelect = lazy(async () => ({ default: (await import(".")).DatasetSelect }));
export const ColorSelect = lazy(async () => ({ default: (await import(".")).ColorSelect }));

/** Whether the first frame is there, or will not come: the moment for all that can be fetched later. */
export function useOpened(): boolean {
  return useScope((state) => state.frame !== null || state.problem !== null);
}
