import { useStore } from "zustand";
import { type ScopeState, scope } from "./scope";

/** Reads one value of the store; the component renders again only when that value changes. */
export function useScope<T>(select: (state: ScopeState) => T): T {
  return useStore(scope, select);
}
