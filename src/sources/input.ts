import type { SkippedRow } from "./table";

/** What a user gives to be opened, in whatever way. It crosses to a worker by structured clone: files are not copied. */
export type Input =
  /** Dropped or chosen, of one folder or none; `path` tells where in a folder a file lies. */
  | { kind: "files"; files: { file: File; path: string }[]; dims?: number | undefined }
  /** Pasted. */
  | { kind: "text"; text: string; title: string }
  /** An address of a file, or of a dataset folder. */
  | { kind: "url"; url: string; dims?: number | undefined }
  /** A dataset of the Hugging Face hub, `owner/name`, and which of its parts. */
  | { kind: "hub"; dataset: string; config?: string | undefined; split?: string | undefined }
  /** Texts that an endpoint has embedded: rows × dims, row after row, but for those that are missing. */
  | {
      kind: "embedded";
      title: string;
      model: string;
      texts: string[];
      vectors: Float32Array;
      dims: number;
      missing?: SkippedRow[] | undefined;
    }
  /** Kept in this browser, by its name. */
  | { kind: "kept"; name: string };
