/** A worker that reads a space and computes with it. */
export function scopeWorker(): Worker {
  return new Worker(new URL("./scope.worker.ts", import.meta.url), { type: "module" });
}
