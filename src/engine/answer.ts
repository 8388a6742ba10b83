import { loadKernels, Shard } from "../numeric";
import type { Answer, Ask, Question } from "./protocol";

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
      const kernels = await loadKernels();
      shard = new Shard(kernels, rows, dims, type);
      return { build: kernels.build };
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
    project: ({ k, axes, unit }) => ({ scores: opened().project(axes, k, unit) }),
    unitWeights: ({ k }) => ({ sum: opened().unitWeights(k) }),
    unitMeans: ({ k, meanWeight }) => opened().unitMeans(k, meanWeight),
    apply: ({ k, vectors, unit }) => opened().apply(vectors, k, unit),
    vectors: ({ rows }) => ({ vectors: opened().vectors(rows) }),
    neighbours: ({ firstRow, ...question }) => opened().neighbours(question, firstRow),
  };
  return async (ask, question) => handlers[ask](question);
}
