import * as v from "valibot";
import {
  type EventName,
  type FrameFigures,
  frameFiguresSchema,
  isOurs,
  type Reply,
  replySchema,
  SOURCE,
  VERSION,
  type ViewState,
  type WholeFrame,
  wholeFrameSchema,
} from "./protocol";

export type { EventName, FrameFigures, ViewState, WholeFrame } from "./protocol";

/** A frame whose page has loaded and that does not greet within so many milliseconds holds something else. */
const GREETING_MS = 20_000;

/** A line to the view in an iframe. What is asked before the view listens waits for it. */
export interface Connection {
  /** Resolves when the first exact frame is on screen; with a frame that is not seen yet, once it is. */
  readonly ready: Promise<void>;
  /** What the view shows, by the keys of its link, defaults included. */
  getState(): Promise<ViewState>;
  /**
   * Changes what is named; resolves when the exact frame of it is on screen.
   *
   * @throws Error (as a rejection) named RangeError when a value cannot be, and Error when the space cannot be shown
   */
  setState(partial: ViewState): Promise<void>;
  /**
   * The exact frame that is shown, with points and axes.
   *
   * @throws Error (as a rejection) when the view is of another origin than this page
   */
  frame(): Promise<WholeFrame>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Calls `listener` with every exact frame's figures, or with the state whenever it changes; answers the way to stop. */
  on<N extends EventName>(event: N, listener: (value: EventValue[N]) => void): () => void;
  /** Lets go of the frame; what is asked and not answered is rejected. */
  close(): void;
}

/** What each event brings. */
export interface EventValue {
  frame: FrameFigures;
  change: ViewState;
}

type Ask =
  | { type: "ready" | "getState" | "frame" | "play" | "pause" }
  | { type: "setState"; state: ViewState }
  | { type: "subscribe" | "unsubscribe"; event: EventName };

interface Waiter {
  ask: Ask;
  sent: boolean;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Speaks with the view in an iframe, by `postMessage`. Only that frame is listened to, and only while its page is of the
 * origin that its `src` names; only that origin is spoken to.
 */
export function connect(iframe: HTMLIFrameElement): Connection {
  const waiting = new Map<number, Waiter>();
  const listeners = { frame: new Set<(value: FrameFigures) => void>(), change: new Set<(value: ViewState) => void>() };
  let ids = 0;
  let session: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const originOf = () => new URL(iframe.src, document.baseURI).origin;
  const post = (message: object, origin: string) =>
    iframe.contentWindow?.postMessage({ source: SOURCE, version: VERSION, ...message }, origin);
  // Before its page is there a frame has another origin, and a greeting gives nothing away.
  const greet = () => post({ type: "hello" }, "*");
  const send = (id: number, waiter: Waiter) => {
    waiter.sent = true;
    post({ id, ...waiter.ask }, originOf());
  };
  const ask = (what: Ask) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new Error("The connection was closed."));
      const waiter = { ask: what, sent: false, resolve, reject };
      const id = ++ids;
      waiting.set(id, waiter);
      if (session !== null) send(id, waiter);
    });
  const rejectAll = (error: Error, which: (waiter: Waiter) => boolean) => {
    for (const [id, waiter] of waiting) {
      if (!which(waiter)) continue;
      waiting.delete(id);
      waiter.reject(error);
    }
  };

  const onHello = (next: number) => {
    clearTimeout(timer);
    if (next === session) return;
    // Another page than before: it has heard nothing yet. What does not change anything is asked again.
    rejectAll(
      new Error("The page in the frame was loaded anew before it answered."),
      ({ ask: { type }, sent }) => sent && type !== "ready" && type !== "subscribe",
    );
    const again = session !== null;
    session = next;
    for (const [id, waiter] of waiting) send(id, waiter);
    if (!again) return;
    for (const event of Object.keys(listeners) as EventName[]) {
      if (listeners[event].size > 0) subscribe(event, "subscribe");
    }
  };
  const onReply = (reply: Reply) => {
    if (reply.type === "hello") return onHello(reply.session);
    if (reply.type === "event") return tell(reply.event, reply.value);
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.type === "answer") waiter?.resolve(reply.value);
    else waiter?.reject(Object.assign(new Error(reply.message), { name: reply.name }));
  };
  const tell = (event: EventName, value: unknown) => {
    if (event === "frame") for (const listener of listeners.frame) listener(v.parse(frameFiguresSchema, value));
    else for (const listener of listeners.change) listener(value as ViewState);
  };
  const subscribe = (event: EventName, type: "subscribe" | "unsubscribe") => {
    // Nobody waits for it: it is lost only with the frame.
    ask({ type, event }).catch(() => {});
  };
  const onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== iframe.contentWindow || !isOurs(data) || origin !== originOf()) return;
    const parsed = v.safeParse(replySchema, data);
    if (parsed.success) onReply(parsed.output);
  };
  const onLoad = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const why = `No Matryoscope answers from ${iframe.src}: does the app lie there, and is the page around it of an origin?`;
      rejectAll(new Error(why), () => true);
    }, GREETING_MS);
    greet();
  };
  window.addEventListener("message", onMessage);
  iframe.addEventListener("load", onLoad);
  greet();

  const ready = ask({ type: "ready" }).then(() => {});
  // Who does not ask for it shall not find it on the console.
  ready.catch(() => {});
  return {
    ready,
    getState: async () => (await ask({ type: "getState" })) as ViewState,
    setState: async (state) => void (await ask({ type: "setState", state })),
    frame: async () => v.parse(wholeFrameSchema, await ask({ type: "frame" })),
    play: async () => void (await ask({ type: "play" })),
    pause: async () => void (await ask({ type: "pause" })),
    on(event, listener) {
      const heard = listeners[event] as Set<typeof listener>;
      heard.add(listener);
      if (heard.size === 1) subscribe(event, "subscribe");
      return () => {
        if (heard.delete(listener) && heard.size === 0 && !closed) subscribe(event, "unsubscribe");
      };
    },
    close() {
      closed = true;
      clearTimeout(timer);
      window.removeEventListener("message", onMessage);
      iframe.removeEventListener("load", onLoad);
      rejectAll(new Error("The connection was closed."), () => true);
    },
  };
}
