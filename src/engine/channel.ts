import { type Said, said, textOf, type Words } from "../i18n/said";
import type { Answer, Ask, Question } from "./protocol";

/** A question on its way to a shard. `unanswered` is the lowest id that the asker still waits for. */
export interface Asked {
  id: number;
  unanswered: number;
  ask: Ask;
  question: Question<Ask>;
}

/** An answer on its way back, or why there is none. */
export type Answered = { id: number; answer: Answer<Ask> } | { id: number; error: RemoteError };

/** An error as it travels. */
export interface RemoteError {
  name: string;
  message: string;
}

/** One end of a way for messages: a worker, a worker thread's port, a socket. It may lose or reorder them. */
export interface Channel<Out, In> {
  send(message: Out, transfer: Transferable[]): void;
  /** Told of each message that arrives. */
  receive(listener: (message: In) => void): void;
  /** Told once if the other end is gone for good. */
  lost?(listener: (why: Words) => void): void;
  close(): void;
}

/** The shard at the other end is gone, with the rows it held. */
export class ShardLost extends Error {
  readonly words: Said;

  /** @param why a clause: "its worker could not be started" */
  constructor(why: Words) {
    super();
    this.name = "ShardLost";
    this.words = said("A shard was lost: {why}.", { why });
  }

  override get message(): string {
    return textOf(this.words);
  }
}

/** The buffers that a message owns whole, and that may therefore be moved instead of copied. */
export function ownedBuffers(message: object): Transferable[] {
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(message)) {
    if (!ArrayBuffer.isView(value) || !(value.buffer instanceof ArrayBuffer)) continue;
    if (value.byteLength === value.buffer.byteLength) buffers.add(value.buffer);
  }
  return [...buffers];
}
