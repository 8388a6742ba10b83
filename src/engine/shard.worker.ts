import type { Asked } from "./channel";
import { serveShard } from "./serve-shard";

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
};

serveShard({
  send: (message, transfer) => scope.postMessage(message, transfer),
  receive(listener) {
    scope.onmessage = ({ data }) => listener(data);
  },
  close() {},
});
