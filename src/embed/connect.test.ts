import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connect } from "./connect";

const APP = "https://scope.example";
let heard: { message: Record<string, unknown>; origin: string }[];
let iframe: HTMLIFrameElement;
let page: EventTarget;

beforeEach(() => {
  heard = [];
  page = new EventTarget();
  const contentWindow = {
    postMessage: (message: Record<string, unknown>, origin: string) => heard.push({ message, origin }),
  };
  iframe = Object.assign(new EventTarget(), { src: `${APP}/#embed=1`, contentWindow }) as unknown as HTMLIFrameElement;
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", { baseURI: "https://article.example/" });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function say(reply: object, { origin = APP, source = iframe.contentWindow as unknown } = {}): void {
  const data = { source: "matryoscope", version: 1, ...reply };
  page.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
}
const asked = (type: string) => heard.filter(({ message }) => message.type === type);
const idOf = (type: string) => asked(type).at(-1)?.message.id as number;
const hello = (session = 1) => say({ type: "hello", session });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked waits for the view to listen, and goes to the origin of its address alone", async () => {
  const connection = connect(iframe);
  const state = connection.getState();
  expect(heard.map(({ message }) => message.type)).toEqual(["hello"]);
  hello();
  expect(heard.slice(1).every(({ origin }) => origin === APP)).toBe(true);
  say({ type: "answer", id: idOf("getState"), value: { k: 64 } });
  expect(await state).toEqual({ k: 64 });
  connection.close();
});

test("answers of another window, of another origin or of no shape are not heard", async () => {
  const connection = connect(iframe);
  let answered = false;
  connection.getState().then(
    () => {
      answered = true;
    },
    () => {},
  );
  say({ type: "hello", session: 1 }, { source: {} });
  expect(asked("getState")).toEqual([]);
  hello();
  const id = idOf("getState");
  say({ type: "answer", id, value: {} }, { origin: "https://other.example" });
  say({ type: "answer", id, value: {} }, { source: {} });
  say({ type: "answer", id: "1", value: {} });
  await settled();
  expect(answered).toBe(false);
  connection.close();
});

test("a refusal keeps its name and its words", async () => {
  const connection = connect(iframe);
  hello();
  const refused = connection.setState({ k: 9_999 });
  say({ type: "error", id: idOf("setState"), name: "RangeError", message: "k = 9999 is more than …" });
  await expect(refused).rejects.toMatchObject({ name: "RangeError", message: /more than/ });
  connection.close();
});

test("one subscription serves all who listen, and ends with the last of them", () => {
  const connection = connect(iframe);
  hello();
  const told: unknown[] = [];
  const stops = [1, 2].map((who) => connection.on("change", ({ k }) => told.push([who, k])));
  expect(asked("subscribe")).toHaveLength(1);
  say({ type: "event", event: "change", value: { k: 8 } });
  expect(told).toEqual([
    [1, 8],
    [2, 8],
  ]);
  stops[0]();
  expect(asked("unsubscribe")).toEqual([]);
  stops[1]();
  expect(asked("unsubscribe")).toHaveLength(1);
  connection.close();
});

test("a page that was loaded anew is subscribed to again, and what the old one owed is rejected", async () => {
  const connection = connect(iframe);
  hello(1);
  connection.on("frame", () => {});
  say({ type: "answer", id: idOf("subscribe"), value: undefined });
  const owed = connection.getState();
  hello(2);
  await expect(owed).rejects.toThrow(/loaded anew/);
  expect(asked("subscribe")).toHaveLength(2);
  // Whether it is ready is asked of the new one.
  say({ type: "answer", id: idOf("ready"), value: undefined });
  await connection.ready;
  connection.close();
});

test("a frame that holds something else is told of", async () => {
  vi.useFakeTimers();
  const connection = connect(iframe);
  iframe.dispatchEvent(new Event("load"));
  vi.advanceTimersByTime(20_000);
  await expect(connection.ready).rejects.toThrow(`No Matryoscope answers from ${APP}/#embed=1`);
  connection.close();
});

test("nothing is pending after it was closed", async () => {
  const connection = connect(iframe);
  const asks = [connection.ready, connection.getState(), connection.frame()];
  connection.close();
  for (const ask of asks) await expect(ask).rejects.toThrow(/closed/);
  await expect(connection.play()).rejects.toThrow(/closed/);
});
