import type { Input, Inspection, Plan } from "../../sources";
import { freeName } from "../../sources/kept/shelf";
import { openRef } from "../session";
import { nameSpace, type SpaceRef } from "../spaces";
import { askOwn } from "./ask";
import type { Waiting } from "./waiting";

/**
 * Looks at what a user gave, before anything is computed of it.
 *
 * @throws ProblemError when it cannot be read; its `dims` are set where someone has to say how many a vector has
 */
export function inspectInput(input: Input, waiting: Waiting = {}): Promise<Inspection> {
  return askOwn({ do: "inspect", input }, waiting);
}

/**
 * Opens it in place of the space that is open, which stays until then.
 *
 * @param plan as inspected, and changed; null opens it as it would be proposed
 * @param keep whether it is kept in this browser as it is opened
 * @param proposed what was proposed before it was changed: what is as proposed, a link can tell by its address
 * @throws ProblemError when it cannot be read; AbortError when it is cancelled (both as a rejection)
 */
export async function openInput(
  input: Input,
  plan: Plan | null,
  { keep = false, proposed = null, ...waiting }: Waiting & { keep?: boolean; proposed?: Plan | null } = {},
): Promise<void> {
  const kept = keep ? await freeName(plan?.title ?? "space") : null;
  const asProposed = JSON.stringify(plan) === JSON.stringify(proposed);
  const name = nameSpace(input, asProposed ? null : plan, plan?.title ?? null, kept);
  const ref: SpaceRef = { kind: "input", input, plan, keep: kept };
  await openRef(name, ref, waiting);
}

export { type KeptSpace, listKept as keptSpaces, removeKept } from "../../sources/kept/shelf";
