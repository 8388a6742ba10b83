import { type EventName, isOurs, type Reply, type Request, readRequest, SOURCE, VERSION } from "../../embed";
import { type Frame, linkOf, type Scripting, scope, setTheme, togglePlay, writeLink } from "../../state";

/** Changes that come closer together than so many milliseconds are told as one. */
const GATHER_MS = 50;

const NOBODY =
  "This page has no origin that could be answered: serve it by HTTP, or give its sandbox allow-same-origin.";

type Say = (reply: Distributed<Reply>) => void;
type Distributed<T> = T extends unknown ? Omit<T, "source" | "version"> : never;

/**
 * Answers the page around this one. It alone is listened to, and answers go to the origin that asked. A page without an
 * origin (a file, a sandbox) cannot be told from any other such page: it is told that, and nothing else.
 *
 * @param opened resolves when the view has been opened; what is asked before waits for it
 * @param host the page around this one; the page itself where there is none, and then nobody is answered
 * @returns ends it
 */
export function serveHost(scripting: Scripting, opened: Promise<void>, host: Window = window.parent): () => void {
  if (host === window) return () => {};
  const subscriptions = new Map<EventName, () => void>();
  const hello = { type: "hello" as const, session: performance.timeOrigin };

  const onMessage = async ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== host || !isOurs(data)) return;
    const isNobody = origin === "null";
    const say: Say = (reply) =>
      host.postMessage({ source: SOURCE, version: VERSION, ...reply }, isNobody ? "*" : origin);
    const { id } = data;
    const refuse = (error: unknown) => typeof id === "number" && say({ type: "error", id, ...named(error) });
    if (isNobody) return refuse(new TypeError(NOBODY));
    const request = readRequest(data);
    if (typeof request === "string") return refuse(new TypeError(request));
    if (request.type === "hello") return say(hello);
    try {
      await opened;
      const value = await answer(request, scripting, subscriptions, say, origin === location.origin);
      say({ type: "answer", id: request.id, value });
    } catch (error) {
      refuse(error);
    }
  };
  addEventListener("message", onMessage);
  // It says no more than that somebody listens here, so it may be heard by whoever framed this page.
  host.postMessage({ source: SOURCE, version: VERSION, ...hello }, "*");
  return () => {
    removeEventListener("message", onMessage);
    for (const stop of subscriptions.values()) stop();
  };
}

async function answer(
  request: Exclude<Request, { type: "hello" }>,
  scripting: Scripting,
  subscriptions: Map<EventName, () => void>,
  say: Say,
  isOwnOrigin: boolean,
): Promise<unknown> {
  switch (request.type) {
    case "ready":
      return scripting.ready;
    case "getState":
      return stateOf(scripting);
    case "setState":
      return setState(scripting, request.state);
    case "frame":
      if (!isOwnOrigin) throw new TypeError("Points and axes are told to pages of the view's own origin alone.");
      return wholeFrame();
    case "play":
    case "pause":
      await scripting.ready;
      if (scope.getState().playing !== (request.type === "play")) togglePlay();
      return;
    case "subscribe": {
      const { event } = request;
      subscriptions.get(event)?.();
      subscriptions.set(
        event,
        follow(event, scripting, (value) => say({ type: "event", event, value })),
      );
      return;
    }
    case "unsubscribe":
      subscriptions.get(request.event)?.();
      subscriptions.delete(request.event);
  }
}

/** What a host is told of the state: all that it may set. */
function stateOf(scripting: Scripting) {
  const { story, embed, ...state } = scripting.getState();
  return state;
}

async function setState(scripting: Scripting, { theme, ...state }: Extract<Request, { type: "setState" }>["state"]) {
  // A link cannot say "as the device has it"; it leaves the theme out instead.
  if (theme !== undefined) setTheme(theme);
  await scripting.setState(state);
}

function follow(event: EventName, scripting: Scripting, tell: (value: unknown) => void): () => void {
  if (event === "frame") return scripting.on("frame", (frame) => tell(figuresOf(frame)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = scope.subscribe((state, before) => {
    if (timer !== undefined || writeLink(linkOf(state)) === writeLink(linkOf(before))) return;
    timer = setTimeout(() => {
      timer = undefined;
      tell(stateOf(scripting));
    }, GATHER_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function figuresOf({ k, mode, axes, explainedVariance, explainedVarianceRatio }: Frame) {
  return { k, mode, axes, explainedVariance, explainedVarianceRatio };
}

function wholeFrame() {
  const { frame } = scope.getState();
  if (!frame) throw new Error("There is no frame yet: wait for ready.");
  return { ...figuresOf(frame), scores: frame.scores, components: frame.components };
}

function named(error: unknown): { name: string; message: string } {
  return error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: `${error}` };
}
