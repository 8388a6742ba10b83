import { Worker } from "node:worker_threads";

/**
 * Runs one thread for each task until all have ended; if one fails, all are stopped.
 *
 * @param file the TypeScript the threads run; it finds its task with `taskOf`
 * @param hear is given every message of every thread
 * @throws the first error of a thread
 */
export async function runThreads(file: URL, tasks: unknown[], hear: (message: unknown) => void): Promise<void> {
  const start = new URL("./thread.mjs", import.meta.url);
  const workers = tasks.map((task) => new Worker(start, { workerData: { file: file.href, task }, execArgv: [] }));
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            worker.on("message", hear);
            worker.on("error", reject);
            worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}.`))));
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The task of this thread, from its `workerData`. */
export function taskOf<T>(data: unknown): T {
  return (data as { task: T }).task;
}
