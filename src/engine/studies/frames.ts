import type { FrameWish } from "../coordinator";
import type { Axes, Frame, Mode, Solved } from "../frame";
import type { Study } from "./study";

export interface FramesQuestion {
  /** The dims of each. */
  ks: readonly number[];
  axes: Axes;
  mode: Mode;
}

/** What of an exact frame a picture is made of: all but the axes, which are as long as k. */
export type PictureFrame = Omit<Frame, "components">;

/** The exact frames of some prefixes, in their order, for who wants many and none at once: the slider's go first. */
export const frames: Study<FramesQuestion, PictureFrame[]> = async (coordinator, { ks, axes, mode }, run) => {
  const solved: Solved[] = [];
  for (const k of ks) {
    const wish: FrameWish = { k, axes, mode };
    solved.push(await coordinator.solve(wish, run.signal));
    run.progress(solved.length / (ks.length + 1));
    await run.pause();
  }
  // The shards read their rows once for all of them.
  const made = await coordinator.frames(solved);
  return made.map(({ components: _, ...frame }) => frame);
};
