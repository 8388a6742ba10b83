// Where a worker thread of a checkout begins: Node 20 does not hand tsx's loader on to threads, so it is registered here.
import { register } from "tsx/esm/api";

register();
await import("./shard.thread.ts");
