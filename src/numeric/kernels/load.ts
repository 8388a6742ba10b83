import { relaxedSimd } from "wasm-feature-detect";
import { wasm as plain } from "./generated/plain";
import { wasm as relaxed } from "./generated/relaxed";

/** The compiled loops. Every pointer is a byte offset into `memory`; what each does stands in `assembly/`. */
export interface KernelFunctions {
  packF32(
    panel: number,
    source: number,
    count: number,
    depth: number,
    depthStride: number,
    columnStride: number,
    width: number,
    means: number,
  ): void;
  packI8(
    panel: number,
    source: number,
    count: number,
    depth: number,
    columnStride: number,
    width: number,
    scales: number,
    means: number,
  ): void;
  product(rows: number, columns: number, depth: number, a: number, b: number, c: number, stride: number): void;
  blockProduct(rows: number, columns: number, c: number, stride: number, v: number, w: number): void;
  projectF32(
    rows: number,
    columns: number,
    x: number,
    columnStride: number,
    shifts: number,
    weights: number,
    scores: number,
    plane: number,
  ): void;
  projectI8: KernelFunctions["projectF32"];
}

/** The kernels over one memory of their own, with a bump allocator: what is allocated stays. */
export interface Kernels extends KernelFunctions {
  build: "plain" | "relaxed";
  memory: WebAssembly.Memory;
  /** Byte offset of a zeroed stretch, aligned to 64 bytes. Views taken earlier may be detached: take them late. */
  allocate(bytes: number): number;
  /** `length` f32 values at a byte offset; valid until the next `allocate`. */
  f32(pointer: number, length: number): Float32Array;
  /** `length` bytes at a byte offset; valid until the next `allocate`. */
  i8(pointer: number, length: number): Int8Array;
}

const PAGE = 65_536;
const modules = new Map<string, WebAssembly.Module>();

function compile(build: Kernels["build"]): WebAssembly.Module {
  let module = modules.get(build);
  if (!module) {
    const text = build === "plain" ? plain : relaxed;
    module = new WebAssembly.Module(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
    modules.set(build, module);
  }
  return module;
}

/**
 * Loads the kernels over a fresh memory.
 *
 * @param build which build to take; by default the relaxed one where the machine has relaxed SIMD
 * @returns the kernels and their memory
 * @throws WebAssembly.CompileError where the machine has no WebAssembly SIMD
 */
export async function loadKernels(build?: Kernels["build"]): Promise<Kernels> {
  const chosen = build ?? ((await relaxedSimd()) ? "relaxed" : "plain");
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  const instance = new WebAssembly.Instance(compile(chosen), { env: { memory } });
  let top = 1024;
  return {
    ...(instance.exports as unknown as KernelFunctions),
    build: chosen,
    memory,
    allocate(bytes) {
      const pointer = top;
      top = (top + bytes + 63) & ~63;
      // 32-bit arithmetic wraps past 2 GiB: say so instead of handing out a wrong address.
      if (top < pointer) throw new RangeError(`A kernel memory holds 2 GB at most; ${bytes} bytes more do not fit.`);
      const missing = top - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return pointer;
    },
    f32: (pointer, length) => new Float32Array(memory.buffer, pointer, length),
    i8: (pointer, length) => new Int8Array(memory.buffer, pointer, length),
  };
}
