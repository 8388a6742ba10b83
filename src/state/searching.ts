import { said } from "../i18n/said";
import type { PointTable } from "../sources";
import { scope } from "./scope";
import type { SearchCommand, SearchReport } from "./search.worker";

const MOST_HITS = 2_000;

let worker: Worker | null = null;
let indexed: PointTable | null = null;
let asked = false;

/** Searches the points as the query is typed; the hits come to the store. The index is made at the first query. */
export function search(query: string): void {
  scope.setState({ query });
  if (query.trim() === "") scope.setState({ hits: null });
  else ask();
}

/** Keeps the hits true when the points change under the query. */
export function followPoints(): () => void {
  return scope.subscribe(({ points, query }, before) => {
    if (points === before.points) return;
    scope.setState({ hits: null });
    if (points && query.trim() !== "") ask();
  });
}

// One query at a time: of those typed meanwhile only the last is asked.
function ask(): void {
  const { points, query } = scope.getState();
  if (!points || (asked && points === indexed)) return;
  if (points !== indexed) {
    worker?.terminate();
    worker = start();
    send({ type: "points", points });
    indexed = points;
  }
  asked = true;
  send({ type: "find", query, limit: MOST_HITS });
}

function start(): Worker {
  const next = new Worker(new URL("./search.worker.ts", import.meta.url), { type: "module" });
  next.onmessage = ({ data }: MessageEvent<SearchReport>) => {
    asked = false;
    const { query } = scope.getState();
    if (query.trim() === "") return;
    scope.setState({ hits: data });
    if (data.query !== query) ask();
  };
  next.onerror = (event) => {
    event.preventDefault();
    asked = false;
    indexed = null;
    scope.setState({
      notice: said("Search stopped: {why}. Type again to start it anew.", {
        why: event.message || said("its worker could not be started"),
      }),
    });
  };
  return next;
}

function send(command: SearchCommand): void {
  worker?.postMessage(command);
}
