import { relaxedSimd, simd } from "wasm-feature-detect";
import type { KernelFunctions } from "./functions";

/** The builds of the kernels, fastest first. */
export type Build = "relaxed" | "plain" | "scalar";

/** The kernels over one memory of their own, with a bump allocator: what is allocated stays. */
export interface Kernels extends KernelFunctions {
  build: Build;
  /** Byte offset of a zeroed stretch, aligned to 64 bytes. Views taken earlier may be detached: take them late. */
  allocate(bytes: number): number;
  /** `length` f32 values at a byte offset; valid until the next `allocate`. */
  f32(pointer: number, length: number): Float32Array;
  /** `length` i32 values at a byte offset; valid until the next `allocate`. */
  i32(pointer: number, length: number): Int32Array;
  /** `length` f64 values at a byte offset; valid until the next `allocate`. */
  f64(pointer: number, length: number): Float64Array;
  /** `length` bytes at a byte offset; valid until the next `allocate`. */
  bytes(pointer: number, length: number): Uint8Array;
}

const PAGE = 65_536;
const MOST_BYTES = 2 ** 32 - PAGE;
const modules = new Map<Build, WebAssembly.Module>();

// Only the build that runs is fetched.
async function compile(build: "relaxed" | "plain"): Promise<WebAssembly.Module> {
  let module = modules.get(build);
  if (!module) {
    const { wasm } = await (build === "plain" ? import("./generated/plain") : import("./generated/relaxed"));
    module = new WebAssembly.Module(Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)));
    modules.set(build, module);
  }
  return module;
}

interface Memory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): unknown;
}

/** A memory for the plain TypeScript kernels, which need no WebAssembly. */
function plainMemory(): Memory {
  let buffer = new ArrayBuffer(PAGE);
  return {
    get buffer() {
      return buffer;
    },
    grow(pages) {
      const larger = new ArrayBuffer(buffer.byteLength + pages * PAGE);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    },
  };
}

/** The fastest build that this machine runs. */
export async function bestBuild(): Promise<Build> {
  if (await relaxedSimd()) return "relaxed";
  return (await simd()) ? "plain" : "scalar";
}

/**
 * Loads the kernels over a fresh memory.
 *
 * @param build which build to take; by default the fastest that this machine runs
 */
export async function loadKernels(build?: Build): Promise<Kernels> {
  const chosen = build ?? (await bestBuild());
  let memory: Memory;
  let functions: KernelFunctions;
  if (chosen === "scalar") {
    memory = plainMemory();
    functions = (await import("./scalar")).scalarFunctions(() => memory.buffer);
  } else {
    const own = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
    memory = own;
    functions = new WebAssembly.Instance(await compile(chosen), { env: { memory: own } })
      .exports as unknown as KernelFunctions;
  }
  let top = 1024;
  return {
    ...functions,
    build: chosen,
    allocate(bytes) {
      const pointer = top;
      const end = Math.ceil((top + bytes) / 64) * 64;
      if (end > MOST_BYTES) throw new RangeError(`${end.toLocaleString("en")} bytes do not fit in one kernel memory.`);
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      top = end;
      return pointer;
    },
    f32: (pointer, length) => new Float32Array(memory.buffer, pointer, length),
    i32: (pointer, length) => new Int32Array(memory.buffer, pointer, length),
    f64: (pointer, length) => new Float64Array(memory.buffer, pointer, length),
    bytes: (pointer, length) => new Uint8Array(memory.buffer, pointer, length),
  };
}
