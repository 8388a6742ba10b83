/** A worker that reads a space and computes with it. */
export function scopeWorker(): Worker {
  return new Worker(new URL("./scope.worker.ts", import.meta.url), { type: "module" });
}

/** Where a demo space lies. */
export function addressOf(name: string): string {
  return new URL(`datasets/${encodeURIComponent(name)}/`, document.baseURI).href;
}
