import { type ParseArgsConfig, parseArgs } from "node:util";

/** A wrong input: told in one line, and the command ends with code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads the arguments of a command: DATA, and its options.
 *
 * @param most how many DATA there may be
 */
export function readArguments<const O extends Options>(args: string[], options: O, most = 1) {
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split(". ")[0] : String(error));
  }
  const [data, ...more] = parsed.positionals;
  if (!data) throw new UsageError("Name the data: a dataset folder, a file, the address of one, or a database.");
  if (more.length >= most) {
    const allowed = most === 1 ? "One DATA at a time" : `At most ${most} DATA at a time`;
    throw new UsageError(`${allowed}: "${more[most - 1]}" is one too many.`);
  }
  return { data, more, values: parsed.values };
}

/** A list of dims such as `4,64,512`, each held against the space's own. */
export function readDims(text: string | undefined, dims: number): number[] {
  if (text === undefined) throw new UsageError("Say which prefixes with --dims, such as --dims 4,64,512.");
  const list = text.split(",").map((part) => readCount(part.trim(), "--dims"));
  const least = Math.min(4, dims);
  const wrong = list.find((k) => k < least || k > dims);
  if (wrong !== undefined)
    throw new UsageError(`--dims ${wrong} is not between ${least} and the ${dims} of this space.`);
  return list;
}

/** A whole number of at least 1. */
export function readCount(text: string, option: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${option} takes whole numbers of at least 1, not "${text}".`);
  return Number(text);
}

/** One of a few words. */
export function readChoice<T extends string>(text: string, option: string, choices: readonly T[]): T {
  if ((choices as readonly string[]).includes(text)) return text as T;
  throw new UsageError(`${option} takes ${choices.join(" or ")}, not "${text}".`);
}
