import * as v from "valibot";

/**
 * What a page (the host) and the view in its frame say to each other, by `postMessage`. Every message bears these two
 * fields; what does not is not ours. A change that an older side would misread is another version.
 */
export const SOURCE = "matryoscope";
export const VERSION = 1;

const choice = <const T extends readonly string[]>(values: T) => v.optional(v.picklist(values));
const text = v.pipe(v.string(), v.minLength(1));
const dims = v.pipe(v.number(), v.integer(), v.minValue(4));
const rows = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.readonly());

/** What a host may ask of the view: the keys of the link. What they may be, the view itself knows best. */
export const viewStateSchema = v.strictObject({
  /** A demo space by its name, or the address of a dataset folder or of a file. */
  data: v.optional(text),
  /** The number of leading dimensions. */
  k: v.optional(dims),
  mode: choice(["raw", "unit"]),
  axes: choice(["aligned", "pc"]),
  scale: choice(["log", "linear"]),
  size: choice(["same", "true"]),
  /** The column that colours the points. */
  color: v.optional(text),
  /** Labels of that column that are muted. */
  mute: v.optional(v.pipe(v.array(text), v.readonly())),
  /** The selected points, counted from 0, the focused one first. */
  sel: v.optional(rows),
  /** The points that alone are shown; null while all are. */
  isolate: v.optional(v.nullable(rows)),
  /** What is searched for. */
  q: v.optional(v.string()),
  panel: choice(["none", "points", "table", "space", "retrieval", "compare"]),
  /** What the space is held against: a control of it, or a demo space by its name. */
  compare: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]+$/))),
  /** Position and target of the camera, six numbers. */
  cam: v.optional(v.pipe(v.array(v.number()), v.length(6), v.readonly())),
  /** The frame of another k that is shown behind; null where none is. */
  ghost: v.optional(
    v.nullable(v.object({ k: dims, mode: v.picklist(["raw", "unit"]), axes: v.picklist(["aligned", "pc"]) })),
  ),
  trails: v.optional(v.boolean()),
  /** How Play goes; `to` null stands for all dims that the space has. */
  play: v.optional(
    v.object({
      speed: v.number(),
      direction: v.picklist(["up", "down"]),
      loop: v.boolean(),
      from: dims,
      to: v.nullable(dims),
    }),
  ),
  theme: choice(["dark", "light", "system"]),
  lang: choice(["en", "zh"]),
});

/** The state of a view, by the keys of its link. */
export type ViewState = v.InferOutput<typeof viewStateSchema>;

const three = v.tuple([v.number(), v.number(), v.number()]);
const figures = {
  k: v.number(),
  mode: v.picklist(["raw", "unit"]),
  axes: v.picklist(["aligned", "pc"]),
  /** Variance along each of the three axes (n − 1), and its share of all that the k dimensions hold. */
  explainedVariance: three,
  explainedVarianceRatio: three,
};

/** What is told of an exact frame. */
export type FrameFigures = v.InferOutput<typeof frameFiguresSchema>;
export const frameFiguresSchema = v.object(figures);

/** A frame with its points (n × 3, row-major) and its axes (3 × k). A view tells it to a page of its own origin alone. */
export type WholeFrame = v.InferOutput<typeof wholeFrameSchema>;
export const wholeFrameSchema = v.object({
  ...figures,
  scores: v.instance(Float32Array<ArrayBuffer>),
  components: v.instance(Float32Array<ArrayBuffer>),
});

const head = { source: v.literal(SOURCE), version: v.literal(VERSION) };
const asked = { ...head, id: v.number() };

/** What can be listened to: every exact frame; every change of what the link says. */
export const EVENTS = ["frame", "change"] as const;
export type EventName = (typeof EVENTS)[number];

/**
 * From the host, by their `type`. All but the greeting are answered, by their `id`. (Not one variant: what valibot needs
 * for that would be fetched before the first frame of every page.)
 */
export const requestSchemas = {
  hello: v.object({ ...head, type: v.literal("hello") }),
  ready: v.object({ ...asked, type: v.literal("ready") }),
  getState: v.object({ ...asked, type: v.literal("getState") }),
  setState: v.object({ ...asked, type: v.literal("setState"), state: viewStateSchema }),
  frame: v.object({ ...asked, type: v.literal("frame") }),
  play: v.object({ ...asked, type: v.literal("play") }),
  pause: v.object({ ...asked, type: v.literal("pause") }),
  subscribe: v.object({ ...asked, type: v.literal("subscribe"), event: v.picklist(EVENTS) }),
  unsubscribe: v.object({ ...asked, type: v.literal("unsubscribe"), event: v.picklist(EVENTS) }),
};
export type Request = v.InferOutput<(typeof requestSchemas)[keyof typeof requestSchemas]>;

/** Reads what a host says; a sentence where that cannot be. */
export function readRequest(data: object): Request | string {
  const { version, type } = data as { version?: unknown; type?: unknown };
  if (version !== VERSION) return `This view speaks version ${VERSION} of the protocol, and not ${String(version)}.`;
  if (typeof type !== "string" || !Object.hasOwn(requestSchemas, type)) return `type: ${String(type)} is not known.`;
  const result = v.safeParse(requestSchemas[type as keyof typeof requestSchemas], data);
  if (result.success) return result.output;
  const [{ path, message }] = result.issues;
  return `${path?.map(({ key }) => String(key)).join(".") ?? "The message"}: ${message}`;
}

/** From the view. It greets when it begins to listen, and whoever greets it; another `session` is another page. */
export const replySchema = v.variant("type", [
  v.object({ ...head, type: v.literal("hello"), session: v.number() }),
  v.object({ ...asked, type: v.literal("answer"), value: v.unknown() }),
  v.object({ ...asked, type: v.literal("error"), name: v.string(), message: v.string() }),
  v.object({ ...head, type: v.literal("event"), event: v.picklist(EVENTS), value: v.unknown() }),
]);
export type Reply = v.InferOutput<typeof replySchema>;

/** Whether it is meant for the other side of this protocol, in whatever version. */
export function isOurs(data: unknown): data is { source: typeof SOURCE; version?: unknown; id?: unknown } {
  return typeof data === "object" && data !== null && (data as { source?: unknown }).source === SOURCE;
}
