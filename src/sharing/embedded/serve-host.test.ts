import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Scripting, scope } from "../../state";
import { serveHost } from "./serve-host";

const HOST = "https://article.example";
const OWN = "https://scope.example";
let said: { message: Record<string, unknown>; to: string }[];
let page: EventTarget;
let stop: () => void;
let open: () => void;
const setState = vi.fn(async () => {});
const scripting = {
  ready: Promise.resolve(),
  getState: () => ({ data: "wordnet-mrl-3072", k: 512, story: 0, embed: true }),
  setState,
  on: () => () => {},
} as unknown as Scripting;
const host = { postMessage: (message: Record<string, unknown>, to: string) => said.push({ message, to }) };

beforeEach(() => {
  said = [];
  page = new EventTarget();
  setState.mockClear();
  vi.stubGlobal("window", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("location", { origin: OWN });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  stop = serveHost(scripting, opened, host as unknown as Window);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  scope.setState({ frame: null });
});

async function ask(request: object, { origin = HOST, source = host as unknown } = {}): Promise<typeof said> {
  said = [];
  const data = { source: "matryoscope", version: 1, id: 7, ...request };
  page.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
  await new Promise((resolve) => setImmediate(resolve));
  return said;
}

test("its greeting says no more than that it listens", () => {
  expect(said).toEqual([
    { message: { source: "matryoscope", version: 1, type: "hello", session: performance.timeOrigin }, to: "*" },
  ]);
});

test("what is asked before the view is open waits, and the answer goes to the origin that asked", async () => {
  expect(await ask({ type: "getState" })).toEqual([]);
  open();
  await new Promise((resolve) => setImmediate(resolve));
  const value = { data: "wordnet-mrl-3072", k: 512 };
  expect(said).toEqual([{ message: { source: "matryoscope", version: 1, type: "answer", id: 7, value }, to: HOST }]);
});

test("another window is not answered, and a page that has no origin is told just that", async () => {
  open();
  expect(await ask({ type: "setState", state: { k: 4 } }, { source: {} })).toEqual([]);
  expect(await ask({ type: "setState", state: { k: 4 } }, { source: page })).toEqual([]);
  const [refusal, ...more] = await ask({ type: "setState", state: { k: 4 } }, { origin: "null" });
  expect(refusal.message).toMatchObject({ type: "error", id: 7, message: expect.stringContaining("no origin") });
  expect(more).toEqual([]);
  expect(setState).not.toHaveBeenCalled();
});

test.each([
  [{ type: "erase" }, "type"],
  [{ type: "setState", state: { k: "512" } }, "state.k"],
  [{ type: "setState", state: { embed: false } }, "state.embed"],
  [{ type: "setState", state: { __proto__: null, constructor: 1 } }, "state.constructor"],
  [{ type: "subscribe", event: "keys" }, "event"],
  [{ type: "getState", version: 2 }, "version 1"],
])("%o is refused, with what is wrong", async (request, what) => {
  open();
  const [{ message }] = await ask(request);
  expect(message).toMatchObject({ type: "error", id: 7, name: "TypeError" });
  expect(message.message).toContain(what);
  expect(setState).not.toHaveBeenCalled();
});

test("what is not ours is passed over", async () => {
  open();
  for (const data of [null, "matryoscope", { source: "react-devtools", id: 1 }]) {
    page.dispatchEvent(Object.assign(new Event("message"), { data, origin: HOST, source: host }));
  }
  expect(await ask({ type: "getState", id: "x" })).toEqual([]);
});

test("points and axes are told to a page of its own origin, and to no other", async () => {
  open();
  const three = [3, 2, 1] as [number, number, number];
  const frame = {
    k: 4,
    mode: "raw",
    axes: "aligned",
    explainedVariance: three,
    explainedVarianceRatio: three,
  } as const;
  const whole = { ...frame, scores: new Float32Array(6), components: new Float32Array(12) };
  scope.setState({ frame: { ...whole, rms: 1, converged: true } });
  const [other] = await ask({ type: "frame" });
  expect(other.message).toMatchObject({ type: "error", name: "TypeError" });
  const [own] = await ask({ type: "frame" }, { origin: OWN });
  expect(own.message).toMatchObject({ type: "answer", value: whole });
});

test("the theme of the device can be asked for, which no link can say", async () => {
  open();
  scope.setState({ theme: "dark" });
  await ask({ type: "setState", state: { theme: "system", k: 64 } });
  expect(scope.getState().theme).toBe("system");
  expect(setState).toHaveBeenCalledWith({ k: 64 });
});
