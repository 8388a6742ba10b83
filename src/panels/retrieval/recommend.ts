import { type Said, said, type Words } from "../../i18n";
import { count, bytes as inBytes } from "../figures";
import {
  bytesOf,
  type Estimate,
  PRECISION_NAMES,
  type Precision,
  type StorageReport,
  type StoredRecall,
} from "./storage";

/** What an index holds and how it is asked: a prefix, a precision, and how many are ranked again by the full vector. */
export interface Choice {
  prefix: number;
  precision: Precision;
  /** Ten says that nothing is ranked again. */
  shortlist: number;
  recall: Estimate;
  bytes: number;
}

export interface Recommendation {
  choice: Choice;
  /** Whether it reaches what was asked for. */
  reaches: boolean;
  /** "512 dims int8, shortlist 80, rerank". */
  words: Said;
  reasons: Said[];
}

/** The shortest of the shortlists. */
const ALONE = 10;

/**
 * The least memory that reaches a recall: of all that was measured, the choice of fewest bytes a vector whose recall@10
 * reaches the target with its whole 95 % interval; of equal ones the shorter shortlist, then the shorter prefix. Where
 * none reaches it, the one of highest recall.
 *
 * @param longest the longest shortlist whose full vectors may be read for a query
 */
export function recommend(
  report: StorageReport,
  dims: number,
  { target, longest }: { target: number; longest: number },
): Recommendation | null {
  const all = report.cells
    .flatMap((cell) => choicesOf(cell, report.shortlists))
    .filter(({ shortlist }) => shortlist <= longest);
  if (all.length === 0) return null;
  const reaching = all.filter(({ recall }) => lowEnd(recall) >= target).sort(byMemory);
  const choice = reaching[0] ?? all.sort((a, b) => b.recall.mean - a.recall.mean || byMemory(a, b))[0];
  const reaches = reaching.length > 0;
  return {
    choice,
    reaches,
    words: inWords(choice),
    reasons: reasonsFor(choice, all, report, { dims, target, reaches }),
  };
}

/** A choice in a line. */
export function inWords({ prefix, precision, shortlist }: Choice): Said {
  const values = { dims: count(prefix), precision: PRECISION_NAMES[precision].name };
  return shortlist > ALONE
    ? said("{dims} dims {precision}, shortlist {shortlist}, rerank", { ...values, shortlist })
    : said("{dims} dims {precision}", values);
}

function choicesOf({ prefix, precision, recall }: StoredRecall, shortlists: number[]): Choice[] {
  const bytes = bytesOf(prefix, precision);
  return recall.map((estimate, i) => ({ prefix, precision, shortlist: shortlists[i], recall: estimate, bytes }));
}

// One query alone has no interval.
const lowEnd = ({ mean, low }: Estimate) => (Number.isNaN(low) ? mean : low);

function byMemory(a: Choice, b: Choice): number {
  return a.bytes - b.bytes || a.shortlist - b.shortlist || a.prefix - b.prefix;
}

function reasonsFor(
  choice: Choice,
  all: Choice[],
  { queries }: StorageReport,
  { dims, target, reaches }: { dims: number; target: number; reaches: boolean },
): Said[] {
  const whole = bytesOf(dims, "f32");
  const measured = { recall: figure(choice.recall), queries: count(queries), target };
  const sizes = { bytes: inBytes(choice.bytes), whole: inBytes(whole), ratio: ratio(whole / choice.bytes) };
  const reasons = [
    reaches
      ? said("recall@10 is {recall} over {queries} queries; at least {target} was asked for.", measured)
      : said(
          "recall@10 is {recall} over {queries} queries; nothing measured reaches {target}, which was asked for.",
          measured,
        ),
    choice.bytes < whole
      ? said("A vector takes {bytes} in place of {whole}: 1/{ratio} of the memory.", sizes)
      : said("A vector takes {whole}, as much as all dims in single precision.", { whole: inBytes(whole) }),
  ];
  const alone = find(all, { ...choice, shortlist: ALONE });
  if (choice.shortlist > ALONE && alone) {
    reasons.push(
      said(
        "The second pass reads {shortlist} full vectors a query, {bytes}, which may lie on disk; without it recall@10 is {recall}.",
        {
          shortlist: choice.shortlist,
          bytes: inBytes(choice.shortlist * whole),
          recall: alone.recall.mean.toFixed(3),
        },
      ),
    );
  }
  const exact = find(all, { ...choice, precision: "f32" });
  if (choice.precision !== "f32" && exact) {
    const lost = exact.recall.mean - choice.recall.mean;
    const { name } = PRECISION_NAMES[choice.precision];
    reasons.push(
      lost < 0.0005
        ? said("{name} in place of f32 costs nothing that shows at this prefix.", { name })
        : said("{name} in place of f32 costs {lost} at this prefix.", { name, lost: lost.toFixed(3) }),
    );
  }
  const cheaper = all.filter(({ bytes }) => bytes < choice.bytes).sort((a, b) => b.recall.mean - a.recall.mean)[0];
  if (reaches && cheaper) {
    reasons.push(
      said("The best of what takes less, {cheaper}, gets to {recall}.", {
        cheaper: inWords(cheaper),
        recall: figure(cheaper.recall),
      }),
    );
  }
  return reasons;
}

function find(all: Choice[], like: Choice): Choice | undefined {
  return all.find(
    ({ prefix, precision, shortlist }) =>
      prefix === like.prefix && precision === like.precision && shortlist === like.shortlist,
  );
}

function figure({ mean, low, high }: Estimate): Words {
  if (Number.isNaN(low)) return mean.toFixed(3);
  const values = { mean: mean.toFixed(3), low: low.toFixed(3), high: high.toFixed(3) };
  return said("{mean} (95 %: {low} to {high})", values);
}

const ratio = (value: number) => (value >= 9.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, ""));
