import { t, textOf } from "../../i18n";
import { CONTROLS, type SpaceEntry } from "../../state";

/** The demo spaces that have as many points as the open one, and are not it. */
export function otherSpaces(spaces: readonly SpaceEntry[], data: string, rows: number | undefined): SpaceEntry[] {
  return spaces.filter((space) => space.name !== data && space.rows === rows);
}

/** What a choice is for, in a sentence or two. */
export function saysOf(compare: string): string {
  if (compare === "none") {
    return t(
      "A second cloud of the same points stands beside this one, turned to lie as near to it as it can; slider, camera and selection move both.",
    );
  }
  const control = CONTROLS.find(({ name }) => name === compare);
  return control
    ? textOf(control.says)
    : t(
        "Another model’s vectors for the same texts. Each training has axes of its own: what can be alike is how the points lie to each other.",
      );
}
