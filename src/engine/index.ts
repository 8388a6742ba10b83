export type { Axes, Frame, Mode } from "./frame";
