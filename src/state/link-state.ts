import type { Language } from "../i18n";
import type { Camera } from "./camera";
import type { Ghost } from "./link-values";
import type { Panel, Playing } from "./scope";

/**
 * What a link says of the view: the keys of the fragment that this version knows, in the order in which they are
 * written. The first sentence of each key, its `values`, `default` and `example` become the table of docs/link.md
 * (`npm run docs`).
 */
export interface LinkState {
  /**
   * The space that is open.
   * @values a demo space by its name, or the address of a dataset folder or of a file
   * @default wordnet-mrl-3072
   * @example data=wordnet-plain-1536
   */
  data?: string | undefined;
  /**
   * How many leading dimensions the cloud is of.
   * @values a whole number from 4 to the dims of the space
   * @default 512, or all dims where there are fewer
   * @example k=64
   */
  k?: number | undefined;
  /**
   * Whether the vectors are taken as they are, or each prefix scaled to length 1 before the PCA.
   * @values raw, unit
   * @default raw
   * @example mode=unit
   */
  mode?: "raw" | "unit" | undefined;
  /**
   * Whether each frame is turned towards the keyframe below it, or shows the principal axes themselves.
   * @values aligned, pc
   * @default aligned
   * @example axes=pc
   */
  axes?: "aligned" | "pc" | undefined;
  /**
   * Whether the timeline is divided by octaves or evenly.
   * @values log, linear
   * @default log
   * @example scale=linear
   */
  scale?: "log" | "linear" | undefined;
  /**
   * Whether every frame is drawn at the same root mean square radius, or growth is seen as growth.
   * @values same, true
   * @default same
   * @example size=true
   */
  size?: "same" | "true" | undefined;
  /**
   * What colours the points.
   * @values a column of the space, a score of the frame (axis1, axis2, axis3, radius), or settles
   * @default category
   * @example color=axis1
   */
  color?: string | undefined;
  /**
   * Labels of that column that are muted in the legend.
   * @values labels with commas between them; a comma of their own is %252C
   * @default none
   * @example mute=animal,plant
   */
  mute?: readonly string[] | undefined;
  /**
   * The selected points, counted from 0, the focused one first.
   * @values numbers and ranges; a long list is packed and begins with a full stop
   * @default none
   * @example sel=12,40-60
   */
  sel?: readonly number[] | undefined;
  /**
   * The points that alone are shown.
   * @values as for sel, or the word sel for those that are selected
   * @default all
   * @example sel=12,40-60&isolate=sel
   */
  isolate?: readonly number[] | null | undefined;
  /**
   * What is searched for.
   * @values any text
   * @default nothing
   * @example q=snow+leopard
   */
  q?: string | undefined;
  /**
   * The panel beside the cloud.
   * @values none, points, table, space, retrieval, compare
   * @default none
   * @example panel=space
   */
  panel?: Panel | undefined;
  /**
   * What the space is held against, in a second cloud.
   * @values a demo space by its name, or last, shuffled, random or components
   * @default none
   * @example panel=compare&compare=random
   */
  compare?: string | undefined;
  /**
   * Where the camera stands and what it looks at, in units of the distance from which the whole cloud is seen.
   * @values six numbers, position before target
   * @default 0,0,1,0,0,0
   * @example cam=0.5,0.5,0.7,0,0,0
   */
  cam?: Camera | undefined;
  /**
   * The cloud of another k that is kept behind this one, pale.
   * @values its k, then unit or pc where it is of those
   * @default none
   * @example ghost=64
   */
  ghost?: Ghost | null | undefined;
  /**
   * Whether points that are named or selected show where they came from.
   * @values on, off
   * @default off
   * @example trails=on
   */
  trails?: boolean | undefined;
  /**
   * How Play goes: its speed, its direction, whether it begins again, and its range.
   * @values what is unlike the default, in this order
   * @default 1x, up, to the end, all dims
   * @example play=2x,down,loop,64-1024
   */
  play?: Playing | undefined;
  /**
   * Which stop of the story is told, counted from 1.
   * @values a whole number
   * @default none
   * @example story=3
   */
  story?: number | undefined;
  /**
   * The ground.
   * @values dark, light
   * @default as the device has it
   * @example theme=light
   */
  theme?: "dark" | "light" | undefined;
  /**
   * The language of the interface.
   * @values en, zh
   * @default as the reader chose, or as the browser has it
   * @example lang=zh
   */
  lang?: Language | undefined;
  /**
   * Whether the view is part of another page: the cloud and the timeline alone.
   * @values 1
   * @default not
   * @example embed=1
   */
  embed?: boolean | undefined;
}
