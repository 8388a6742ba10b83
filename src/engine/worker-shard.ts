import { said } from "../i18n/said";
import type { Answered, Asked } from "./channel";
import type { ShardLink } from "./protocol";
import { remoteShard } from "./remote-shard";

/** A shard in a Web Worker of its own. */
export function workerShard(): ShardLink {
  const worker = new Worker(new URL("./shard.worker.ts", import.meta.url), { type: "module" });
  return remoteShard({
    send: (message: Asked, transfer) => worker.postMessage(message, transfer),
    receive(listener) {
      worker.onmessage = ({ data }: MessageEvent<Answered>) => listener(data);
    },
    lost(listener) {
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        listener(event.message || said("its worker could not be started"));
      };
    },
    close: () => worker.terminate(),
  });
}
