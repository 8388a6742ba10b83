import type { Coordinator, FrameWish } from "./coordinator";
import type { Frame, Solved } from "./frame";

/** Frames whose scores are asked for at a time. */
const TOGETHER = 8;

/**
 * The frames of a list of wishes, in its order. Each is what `Coordinator.frame` answers; together they take less time:
 * the shards read their rows once for some frames, and compute their scores while the next are solved.
 */
export async function* sweep(coordinator: Coordinator, wishes: Iterable<FrameWish>): AsyncGenerator<Frame> {
  let solved: Solved[] = [];
  let onTheWay: Promise<Frame[]> | null = null;
  for (const wish of wishes) {
    solved.push(await coordinator.solve(wish));
    if (solved.length < TOGETHER) continue;
    const next = coordinator.frames(solved);
    // It is waited for later; until then a failure must not count as unheard.
    next.catch(() => {});
    if (onTheWay) yield* await onTheWay;
    [onTheWay, solved] = [next, []];
  }
  if (onTheWay) yield* await onTheWay;
  if (solved.length > 0) yield* await coordinator.frames(solved);
}
