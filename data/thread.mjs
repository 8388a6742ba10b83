// Where a worker thread begins. Node 20 does not hand tsx's loader on to workers (not even by execArgv), so it is
// registered here, and then the thread's own TypeScript is run.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.file);
