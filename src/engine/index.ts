export { EngineClient } from "./client";
export { Coordinator, type FrameWish } from "./coordinator";
export type { Axes, Frame, Mode } from "./frame";
export { localShard } from "./local-shard";
export type { Trouble } from "./messages";
export type { Answer, Ask, Build, ColumnBlock, Question, Questions, ShardLink } from "./protocol";
export { type RecallWish, recallOf } from "./recall";
export { type OpenSpace, serve, type WorkerScope } from "./service";
export { shardCount } from "./shard-count";
