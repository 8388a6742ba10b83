import { Worker } from "node:worker_threads";
import { said } from "../i18n/said";
import type { Answered, Asked } from "./channel";
import type { ShardLink } from "./protocol";
import { remoteShard } from "./remote-shard";

/** A shard in a worker thread of Node. */
export function threadShard(): ShardLink {
  // In the built package this module is JavaScript beside the thread's; from a checkout tsx reads the TypeScript.
  const typescript = import.meta.url.endsWith(".ts");
  const entry = new URL(typescript ? "./shard.thread.boot.mjs" : "./shard.thread.js", import.meta.url);
  const worker = new Worker(entry);
  worker.unref();
  return remoteShard({
    send: (message: Asked, transfer) => worker.postMessage(message, transfer as never),
    receive(listener) {
      worker.on("message", (message: Answered) => listener(message));
    },
    lost(listener) {
      worker.on("error", (error) => listener(error.message));
      worker.on("exit", (code) => listener(said("its thread ended with code {code}", { code })));
    },
    close: () => void worker.terminate(),
  });
}
