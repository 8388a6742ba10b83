import { loadKernels, Shard } from "../numeric";
import type { Answer, Ask, Question, ShardLink } from "./protocol";

type Handlers = { [A in Ask]: (question: Question<A>) => Answer<A> | Promise<Answer<A>> };

/** A shard in this very thread. */
export function localShard(): ShardLink {
  let shard: Shard | null = null;
  const opened = () => {
    if (!shard) throw new Error("A shard was asked before it was opened.");
    return shard;
  };
  const handlers: Handlers = {
    async open({ rows, dims, type }) {
      shard = new Shard(await loadKernels(), rows, dims, type);
      return null;
    },
    append: ({ values, scales }) => ({ sums: opened().append(values, scales) }),
    gram({ from, to, means }) {
      opened().center(from, means);
      return { block: opened().gram(from, to) };
    },
    project: ({ k, axes }) => ({ scores: opened().project(axes, k) }),
  };
  return {
    async ask(ask, question) {
      return handlers[ask](question);
    },
  };
}
