import type { LabelColoring } from "../state";
import { LabelAnchors } from "./label-anchors";
import type { Places } from "./motion";
import { projectPoint, type View } from "./picking";
import { type LabelWish, ON_POINT } from "./place-labels";

/** More names than this would cover the cloud. */
export const MOST_NAMES = 16;
/** How clearly apart its points must lie for a name to come up: hardly any do at 4 dims, and most at 512. */
const CLEAR = 0.8;
/** Free pixels around a name that is to come up; one that is up gives way later: no flicker at the edge. */
const ROOM = 8;

/** The names of the largest groups, each over the middle of its points as soon as these stand apart. */
export class GroupNames {
  /** What they read, largest group first. */
  readonly names: readonly string[];
  readonly #anchors: LabelAnchors;

  /** @param isolated the rows that are shown, where not all are */
  constructor({ labels, codes }: LabelColoring, isolated: readonly number[] | null) {
    this.names = labels.slice(0, MOST_NAMES);
    this.#anchors = new LabelAnchors(codes, this.names.length, isolated);
  }

  /** Follows the points to where they are drawn. */
  follow(places: Places): void {
    this.#anchors.follow(places);
  }

  /**
   * Where a name would like to stand; null while its points do not stand apart, or are hidden.
   *
   * @param size what it takes, in CSS pixels
   * @param isUp whether it was shown in the picture before
   */
  wish(
    code: number,
    view: View,
    size: { width: number; height: number },
    hidden: ReadonlySet<string>,
    isUp: boolean,
  ): LabelWish | null {
    const { clarity, places } = this.#anchors;
    if (hidden.has(this.names[code]) || clarity[code] <= CLEAR) return null;
    const [x, y, z] = places.subarray(code * 3, code * 3 + 3);
    const place = projectPoint(view, x, y, z);
    return place && { ...place, ...size, seats: ON_POINT, room: isUp ? 0 : ROOM };
  }
}
