import * as v from "valibot";
import { said } from "../i18n/said";
import { SourceError } from "./problem";
import type { Manifest } from "./types";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
// A file of the folder itself: no way out of it.
const file = v.pipe(v.string(), v.regex(/^[\w.-]+$/));

const schema = v.object({
  name: v.string(),
  title: v.string(),
  description: v.optional(v.string(), ""),
  source: v.optional(v.string(), ""),
  licence: v.optional(v.string(), ""),
  model: v.optional(v.string(), ""),
  rows: count,
  ofRows: v.optional(count),
  wholeRows: v.optional(count),
  dims: count,
  dtype: v.picklist(["f4", "f2", "i1"]),
  files: v.object({
    vectors: file,
    scale: v.optional(file),
    points: v.optional(file),
    mean: v.optional(file),
    covariance: v.optional(file),
  }),
  stops: v.optional(v.array(count), []),
});

/**
 * Reads `dataset.json`.
 *
 * @throws SourceError that names the first field that is wrong
 */
export function readManifest(json: unknown, where: string): Manifest {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SourceError({
    what: said("The manifest is not what it should be: {place}: {issue}.", {
      place: v.getDotPath(issue) ?? said("the file"),
      issue: issue.message,
    }),
    where,
    remedy: said("Make the dataset folder again, or open another dataset."),
  });
}
