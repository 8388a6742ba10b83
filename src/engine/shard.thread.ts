import { type MessagePort, parentPort } from "node:worker_threads";
import type { Asked } from "./channel";
import { serveShard } from "./serve-shard";

const port = parentPort as MessagePort;

serveShard({
  send: (message, transfer) => port.postMessage(message, transfer as never),
  receive(listener) {
    port.on("message", (message: Asked) => listener(message));
  },
  close: () => port.close(),
});
