import type { XAxis } from "../../charts";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { count } from "../figures";

const format = (dims: number) => t("{dims} dims", { dims: count(dims) });

/** The axis of dims, divided as the timeline is, with the slider's k as its cursor. */
export function useDims(): { x: XAxis; cursor: number; lit: true } {
  const scale = useScope((state) => state.scale);
  const k = useScope((state) => state.k);
  return { x: { label: t("dims"), scale, format }, cursor: k, lit: true };
}
