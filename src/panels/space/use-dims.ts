import type { XAxis } from "../../charts";
import { useScope } from "../../state";
import { count } from "../figures";

const format = (dims: number) => `${count(dims)} dims`;
const AXES = {
  log: { label: "dims", scale: "log", format },
  linear: { label: "dims", scale: "linear", format },
} as const;

/** The axis of dims, divided as the timeline is, with the slider's k as its cursor. */
export function useDims(): { x: XAxis; cursor: number; lit: true } {
  const scale = useScope((state) => state.scale);
  const k = useScope((state) => state.k);
  return { x: AXES[scale], cursor: k, lit: true };
}
