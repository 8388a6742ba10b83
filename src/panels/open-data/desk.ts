import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type Said, said, type Words } from "../../i18n";
import {
  hideOpenData,
  type Input,
  type Inspection,
  type Plan,
  type Problem,
  ProblemError,
  type Waiting,
} from "../../state";
import { inspectInput, openInput } from "../../state/own";
import { type EmbeddedSoFar, type EmbedRequest, embedTexts } from "../../state/own/embed";

/** The ways in that the dialog offers. */
export const WAYS = [
  { way: "files", name: said("Files") },
  { way: "paste", name: said("Paste") },
  { way: "address", name: said("Address") },
  { way: "hub", name: "Hugging Face" },
  { way: "texts", name: said("Embed texts") },
  { way: "kept", name: said("Kept here") },
] as const satisfies readonly { way: string; name: Words }[];
export type Way = (typeof WAYS)[number]["way"];

/** What lies before the user: what was typed, what was found in it, and what is being done. It outlives the dialog. */
export interface Desk {
  way: Way;
  pasted: string;
  address: string;
  dataset: string;
  embedding: Embedding;
  /** What was embedded last: it cost time or money, and is there until other texts are embedded. */
  embedded: EmbeddedSoFar | null;
  /** What is being looked at, or was. */
  input: Input | null;
  found: Inspection | null;
  /** How it is to be opened; null for a dataset folder, which says so itself. */
  plan: Plan | null;
  keep: boolean;
  /** What is being done; null while nothing is. */
  busy: { what: Said; share: number | null } | null;
  problem: Problem | null;
  /** Dims to choose from, where a file does not tell its own. */
  dims: readonly number[] | null;
}

/** Texts to embed, by whom, and what that costs: as typed. */
export interface Embedding {
  texts: string;
  base: string;
  model: string;
  /** In this memory only: never stored, and sent to the endpoint alone. */
  key: string;
  dims: string;
  /** What a million tokens cost. */
  price: string;
}

// Whether a space is kept is said anew of each.
const nothingFound = { input: null, found: null, plan: null, keep: false, problem: null, dims: null } as const;

export const desk = createStore<Desk>(() => ({
  ...nothingFound,
  way: "files",
  pasted: "",
  address: "",
  dataset: "",
  embedding: {
    texts: "",
    base: "https://api.openai.com/v1",
    model: "text-embedding-3-large",
    key: "",
    dims: "",
    price: "",
  },
  embedded: null,
  busy: null,
}));

/** Reads one value of the desk. */
export function useDesk<T>(select: (state: Desk) => T): T {
  return useStore(desk, select);
}

let running: AbortController | null = null;

/** Changes what is to be embedded, or how. */
export function setEmbedding(change: Partial<Embedding>): void {
  desk.setState({ embedding: { ...desk.getState().embedding, ...change } });
}

/**
 * Has texts embedded, and looks at what came of them. Where it was stopped, what is there by then lies on the desk.
 *
 * @param before what to go on from
 */
export async function embed(request: EmbedRequest, before: EmbeddedSoFar | null = null): Promise<void> {
  const done = await run(said("Embedding"), async (waiting) => {
    const embedded = await embedTexts(request, waiting, before);
    desk.setState({ embedded });
    if (embedded.stopped) throw new ProblemError(embedded.stopped);
  });
  const { embedded } = desk.getState();
  if (done === null && embedded) await look(embedded.input);
}

/** Looks at what was given, in place of what was looked at before; what was found then stays until this is known. */
export function look(input: Input): Promise<void> {
  return run(said("Looking at what was given"), async (waiting) => {
    const found = await inspectInput(input, waiting);
    desk.setState({ ...nothingFound, input, found, plan: found.plan });
  }).then((problem) => {
    // What could not be read is still what dims are asked for.
    if (problem?.dims) desk.setState({ input, found: null, plan: null });
  });
}

/** Opens what was found, as planned, and closes the dialog. */
export async function open(): Promise<void> {
  const { input, found, plan, keep } = desk.getState();
  if (!input) return;
  const proposed = found?.plan ?? null;
  const problem = await run(said("Opening"), (waiting) => openInput(input, plan, { ...waiting, keep, proposed }));
  if (problem === null) close();
}

/** Opens what was kept in this browser, as it was. */
export async function openKept(name: string): Promise<void> {
  const problem = await run(said("Opening"), (waiting) => openInput({ kind: "kept", name }, null, waiting));
  if (problem === null) close();
}

/** Says what is wrong with what was given, before it was looked at. */
export function refuse(problem: Problem): void {
  cancel();
  desk.setState({ problem, dims: null });
}

/** Stops what is being done. */
export function cancel(): void {
  running?.abort();
  running = null;
  desk.setState({ busy: null });
}

/** Back to the ways in; what was typed stays. */
export function back(): void {
  cancel();
  desk.setState(nothingFound);
}

/** Closes the dialog, and stops what it was doing. */
export function close(): void {
  back();
  hideOpenData();
}

/** Changes how it is to be opened. */
export function replan(change: Partial<Plan>): void {
  const { plan } = desk.getState();
  if (plan) desk.setState({ plan: { ...plan, ...change } });
}

/**
 * Does one thing at a time, with its progress on the desk.
 *
 * @returns null when it is done, what went wrong, or undefined when it was cancelled
 */
export async function run(
  what: Said,
  work: (waiting: Waiting) => Promise<void>,
): Promise<ProblemError | null | undefined> {
  cancel();
  const own = new AbortController();
  running = own;
  desk.setState({ busy: { what, share: null }, problem: null, dims: null });
  try {
    await work({
      signal: own.signal,
      progress: (now, share) => running === own && desk.setState({ busy: { what: now, share } }),
    });
    return own.signal.aborted ? undefined : null;
  } catch (error) {
    if (own.signal.aborted || running !== own) return undefined;
    const told = error instanceof ProblemError ? error : new ProblemError(unforeseen(error));
    desk.setState({ problem: told.problem, dims: told.dims });
    return told;
  } finally {
    if (running === own) {
      running = null;
      desk.setState({ busy: null });
    }
  }
}

function unforeseen(error: unknown): Problem {
  return {
    what: said("It could not be opened: {reason}.", { reason: error instanceof Error ? error.message : String(error) }),
    remedy: said("Try again; if it opens elsewhere, please report it with these words."),
  };
}
