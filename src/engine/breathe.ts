const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/** Lets waiting messages in before the work goes on: a microtask would not, and a browser's timer waits 4 ms. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
