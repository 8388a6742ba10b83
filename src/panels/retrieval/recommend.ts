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
  words: string;
  reasons: string[];
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
export function inWords({ prefix, precision, shortlist }: Choice): string {
  const index = `${count(prefix)} dims ${PRECISION_NAMES[precision].name}`;
  return shortlist > ALONE ? `${index}, shortlist ${shortlist}, rerank` : index;
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
): string[] {
  const whole = bytesOf(dims, "f32");
  const reasons = [
    `recall@10 is ${figure(choice.recall)} over ${count(queries)} queries; ${reaches ? "at least" : "nothing measured reaches"} ${target} was asked for.`,
    choice.bytes < whole
      ? `A vector takes ${inBytes(choice.bytes)} in place of ${inBytes(whole)}: 1/${ratio(whole / choice.bytes)} of the memory.`
      : `A vector takes ${inBytes(whole)}, as much as all dims in single precision.`,
  ];
  const alone = find(all, { ...choice, shortlist: ALONE });
  if (choice.shortlist > ALONE && alone) {
    reasons.push(
      `The second pass reads ${choice.shortlist} full vectors a query, ${inBytes(choice.shortlist * whole)}, which may lie on disk; without it recall@10 is ${alone.recall.mean.toFixed(3)}.`,
    );
  }
  const exact = find(all, { ...choice, precision: "f32" });
  if (choice.precision !== "f32" && exact) {
    const lost = exact.recall.mean - choice.recall.mean;
    const name = PRECISION_NAMES[choice.precision].name;
    reasons.push(
      `${name} in place of f32 costs ${lost < 0.0005 ? "nothing that shows" : lost.toFixed(3)} at this prefix.`,
    );
  }
  const cheaper = all.filter(({ bytes }) => bytes < choice.bytes).sort((a, b) => b.recall.mean - a.recall.mean)[0];
  if (reaches && cheaper) {
    reasons.push(`The best of what takes less, ${inWords(cheaper)}, gets to ${figure(cheaper.recall)}.`);
  }
  return reasons;
}

function find(all: Choice[], like: Choice): Choice | undefined {
  return all.find(
    ({ prefix, precision, shortlist }) =>
      prefix === like.prefix && precision === like.precision && shortlist === like.shortlist,
  );
}

function figure({ mean, low, high }: Estimate): string {
  const interval = Number.isNaN(low) ? "" : ` (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`;
  return mean.toFixed(3) + interval;
}

const ratio = (value: number) => (value >= 9.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, ""));
