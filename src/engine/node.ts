// The engine for Node, `matryoscope/engine`: the coordinator over shards in worker threads.
export { Coordinator, type FrameWish } from "./coordinator";
export { fill } from "./fill";
export type { Axes, Frame, Mode } from "./frame";
export { localShard } from "./local-shard";
export type { Answer, Ask, ColumnBlock, Question, Questions, ShardLink, WholeColumns } from "./protocol";
export { type RecallReport, type RecallWish, recallOf } from "./recall";
export { shardCount } from "./shard-count";
export type { Refill } from "./shard-set";
export { sweep } from "./sweep";
export { threadShard } from "./thread-shard";
