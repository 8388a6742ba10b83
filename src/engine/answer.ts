import { type Kernels, loadKernels, Shard } from "../numeric";
import type { Answer, Ask, Question } from "./protocol";
import { rowsThatFit } from "./room";

type Handlers = { [A in Ask]: (question: Question<A>) => Answer<A> | Promise<Answer<A>> };

/** A shard that answers questions: what runs in a worker, in a worker thread, or right here. */
export function answeringShard(): <A extends Ask>(ask: A, question: Question<A>) => Promise<Answer<A>> {
  let shard: Shard | null = null;
  const opened = () => {
    if (!shard) throw new Error("A shard was asked before it was opened.");
    return shard;
  };
  const handlers: Handlers = {
    async open({ rows, dims, type }) {
      const attempt = (count: number, kernels: Kernels) => {
        try {
          return new Shard(kernels, count, dims, type);
        } catch (error) {
          if (error instanceof RangeError) return null;
          throw error;
        }
      };
      const kernels = await loadKernels();
      shard = attempt(rows, kernels);
      if (shard) return { build: kernels.build, room: rows };
      // A kernel memory does not shrink: each further attempt has one of its own.
      const room = await rowsThatFit(rows, async (fewer) => attempt(fewer, await loadKernels()) !== null);
      return { build: kernels.build, room };
    },
    append({ values, scales, gain, means }) {
      const from = opened().columns.count;
      const sums = opened().append(values, scales, gain);
      if (means) opened().center(from, means);
      return { sums };
    },
    gram({ from, to, means }) {
      opened().center(from, means);
      return { block: opened().gram(from, to) };
    },
    project: ({ projections }) => ({ scores: opened().project(projections) }),
    squaredNorms: ({ k }) => ({ squares: opened().squaredNorms(k) }),
    unitWeights: ({ k }) => ({ sum: opened().unitWeights(k) }),
    unitMeans: ({ k, meanWeight }) => opened().unitMeans(k, meanWeight),
    apply: ({ k, vectors, unit }) => opened().apply(vectors, k, unit),
    vectors: ({ rows }) => ({ vectors: opened().vectors(rows) }),
    columns: ({ from, to }) => opened().columns.stored(from, to),
    neighbours: ({ firstRow, ...question }) => opened().neighbours(question, firstRow),
  };
  return async (ask, question) => handlers[ask](question);
}
