import type { Figure } from "./figure";
import { FRAME_FIGURES } from "./of-frames";
import { SPACE_FIGURES } from "./of-space";
import { STUDY_FIGURES } from "./of-studies";
import { TWO_SPACE_FIGURES } from "./of-two-spaces";

export { endStudies, type Figure, Reading } from "./figure";
export { type Writer, writerIn } from "./writer";

/** Every figure that the story may state, by its name in the text. */
export const FIGURES: Readonly<Record<string, Figure>> = {
  ...SPACE_FIGURES,
  ...FRAME_FIGURES,
  ...STUDY_FIGURES,
  ...TWO_SPACE_FIGURES,
};
