import { t } from "../../../i18n";

/** What can be saved as a table or for NumPy. */
export type Kind = "scores" | "neighbours" | "recall" | "profile" | "points" | "frames" | "folder";

export type Format = "csv" | "json" | "parquet" | "npy";

/** What there is to choose of each kind. */
export const KINDS: Record<Kind, { rows: boolean; formats: readonly Format[] }> = {
  scores: { rows: true, formats: ["csv", "json", "parquet", "npy"] },
  points: { rows: true, formats: ["csv", "json", "parquet"] },
  neighbours: { rows: true, formats: ["csv", "json", "parquet"] },
  recall: { rows: false, formats: ["csv", "json", "parquet"] },
  profile: { rows: false, formats: ["csv", "json", "parquet"] },
  frames: { rows: true, formats: [] },
  folder: { rows: false, formats: [] },
};

export function nameOfKind(kind: Kind): string {
  return {
    scores: t("Scores"),
    points: t("Points"),
    neighbours: t("Neighbours"),
    recall: t("Recall by prefix"),
    profile: t("Profile of the dimensions"),
    frames: t("Frames for NumPy (.npz)"),
    folder: t("Dataset folder (.zip)"),
  }[kind];
}

/** What a file of it holds, in a sentence or two. */
export function meaningOfKind(kind: Kind, k: string, dims: string): string {
  return {
    scores: t("Where each point lies at {k} dimensions: its number, title, labels, and its scores on the three axes.", {
      k,
    }),
    points: t("What is known of each point: its number, title, text, and every further column."),
    neighbours: t("The nearest points of each by cosine, at {k} and at all {dims} dimensions, nearest first.", {
      k,
      dims,
    }),
    recall: t(
      "What each prefix keeps of the neighbours, with 95 % intervals, as Retrieval measured it last; where it has not, it is measured now.",
    ),
    profile: t(
      "Of each dimension its standard deviation and its share of the squared length, and what the dimensions up to it hold.",
    ),
    frames: t("Scores and components at each of these numbers of dimensions, as arrays that np.load reads."),
    folder: t(
      "The open space as “matryoscope pack” writes it: vectors that np.load reads, points as Parquet. It opens again here, packed as it is, and on the command line.",
    ),
  }[kind];
}
