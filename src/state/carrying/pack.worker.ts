import type { Manifest, PointTable, SourceBlock, ValueType } from "../../sources";
import { CarriedSpace, carriedPoints, narrowed } from "../../sources/carried";

/** What this worker is asked, one after the other. */
export interface PackQuestions {
  /** Takes what is known of all points. */
  points: { question: { points: PointTable | null }; answer: null };
  /** Takes some columns of all rows, to try on them how well the others will pack. */
  sample: { question: { block: SourceBlock }; answer: null };
  /** About how many characters a value takes, and how many the points do. */
  measure: { question: Choice; answer: { perValue: number; points: number } };
  /** Begins a space with this manifest. */
  begin: { question: Choice & { manifest: Manifest }; answer: null };
  /** Takes its next columns, of all rows. */
  block: { question: { block: SourceBlock }; answer: null };
  /** Ends it. */
  end: { question: null; answer: { space: Blob; points: Blob | null } };
}

/** Which rows are taken (rising; null for all of `count`), and in which type. */
export interface Choice {
  rows: Int32Array | null;
  count: number;
  dtype: ValueType;
}

export type PackAsk = keyof PackQuestions;
export type PackReport = { answer: unknown } | { error: string };

let points: PointTable | null = null;
const samples: SourceBlock[] = [];
let space: { choice: Choice; writer: CarriedSpace } | null = null;

const answers: { [A in PackAsk]: (question: PackQuestions[A]["question"]) => Promise<PackQuestions[A]["answer"]> } = {
  async points(question) {
    points = question.points;
    return null;
  },
  async sample({ block }) {
    samples.push(block);
    return null;
  },
  async measure(choice) {
    const writer = await CarriedSpace.begin({ rows: rowsOf(choice), dtype: choice.dtype } as Manifest);
    let values = 0;
    for (const sample of samples) {
      const block = take(sample, choice);
      values += block.values.length;
      await writer.write(block);
    }
    const known = points ? (await carriedPoints(points, choice.rows)).size : 0;
    return { perValue: (await writer.end()).size / values, points: known };
  },
  async begin({ manifest, ...choice }) {
    space = { choice, writer: await CarriedSpace.begin(manifest) };
    return null;
  },
  async block({ block }) {
    await space?.writer.write(take(block, space.choice));
    return null;
  },
  async end() {
    if (!space) throw new TypeError("A space was ended before it was begun.");
    return { space: await space.writer.end(), points: points && (await carriedPoints(points, space.choice.rows)) };
  },
};

const rowsOf = ({ rows, count }: Choice) => rows?.length ?? count;

function take(block: SourceBlock, { rows, count, dtype }: Choice): SourceBlock {
  return narrowed(block, typeOf(block), dtype, rows, count);
}

function typeOf({ values }: SourceBlock): ValueType {
  if (values instanceof Int8Array) return "i1";
  return values instanceof Uint16Array ? "f2" : "f4";
}

// In the order they came in: the answer to one is all that its asker waits for.
let before: Promise<unknown> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<{ ask: PackAsk; question: never }>) => {
  before = before.then(async () => {
    try {
      self.postMessage({ answer: await answers[data.ask](data.question) } satisfies PackReport);
    } catch (error) {
      self.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies PackReport);
    }
  });
};
