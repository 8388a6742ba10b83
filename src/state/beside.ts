import type { Control, Frame } from "../engine";
import { type Said, said } from "../i18n/said";
import type { Problem } from "../sources";
import { Keyframes } from "./keyframes";

/** What a space can be held against that is made of itself, in the order they are offered. */
export const CONTROLS: {
  name: Control;
  title: Said;
  says: Said;
  caption: (k: string) => Said;
}[] = [
  {
    name: "last",
    title: said("Its last dims"),
    says: said("The same dims from the last to the first: what k dims are worth that training did not put in front."),
    caption: (k) => said("last {k} dims", { k }),
  },
  {
    name: "shuffled",
    title: said("Its dims, shuffled"),
    says: said("The same dims in one shuffled order: each step of the slider adds a dim, as in the space itself."),
    caption: (k) => said("{k} dims, shuffled", { k }),
  },
  {
    name: "random",
    title: said("Random dims"),
    says: said(
      "k dims drawn at random. The picture shows one draw, to which each step of the slider adds a dim; five more are drawn anew at every k, and the mean of their recall stands with its interval.",
    ),
    caption: (k) => said("{k} random dims", { k }),
  },
  {
    name: "components",
    title: said("Its principal components"),
    says: said(
      "The space turned onto its own principal axes, up to 256: k of them keep more of its variance than any other k directions. Their cloud is the same at every k, for its three axes are always the first three.",
    ),
    caption: (k) => said("top {k} principal components", { k }),
  },
];

/** The space that the open one is held against. */
export interface Beside {
  /** A control, or the name of a demo space. */
  name: string;
  title: string;
  rows: number;
  dims: number;
  /** Columns that have arrived, and bytes of all. */
  progress: { columns: number; bytes: number; totalBytes: number };
  /** Its newest exact frame, turned towards that of the open space. */
  frame: Frame | null;
  /**
   * How far apart the two clouds still are, as the frames of both are there: root mean square distance of the points,
   * each cloud at a root mean square radius of 1.
   */
  residual: number | null;
  /** Why there is none, in words. */
  problem: Problem | null;
}

/** The keyframes of the other space, turned. */
export const besideKeyframes = new Keyframes();

/** How many dims of the other stand beside k of the open space: as many, or all it has. */
export function besideK(k: number, beside: Pick<Beside, "progress">): number {
  return Math.min(k, beside.progress.columns);
}

/** What is shown of the other beside k dims of the open space, in a few words. */
export function besideCaption(beside: Pick<Beside, "name" | "title">, k: number): Said {
  const dims = k.toLocaleString("en");
  const control = CONTROLS.find(({ name }) => name === beside.name);
  return control ? control.caption(dims) : said("{title}, first {dims} dims", { title: beside.title, dims });
}
