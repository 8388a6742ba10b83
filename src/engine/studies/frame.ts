import type { FrameWish } from "../coordinator";
import type { Frame } from "../frame";
import type { Study } from "./study";

/** The exact frame of one prefix, for who wants its numbers and not its picture. */
export const frame: Study<FrameWish, Frame> = (coordinator, wish, { signal }) => coordinator.frame(wish, signal);
