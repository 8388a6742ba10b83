/** A worker that reads the space this page carries, and computes with it. */
export function scopeWorker(): Worker {
  return new Worker(new URL("./held.worker.ts", import.meta.url), { type: "module" });
}
