import { loadKernels } from "../src/numeric";
import { repeated } from "./timing";

/** What this machine can do at most on one core, measured with the kernels' own inner loops on data in the first cache. */
export interface Limits {
  build: string;
  /** Multiplications and additions a second in single precision: the register tile of the f32 product. */
  f32: number;
  /** The same in whole numbers: the register tile of the int8 product. */
  i16: number;
  /** Bytes a second that a core reads from memory. */
  read: number;
}

const DEPTH = 128;
const ROUNDS = 40_000;
const READ_BYTES = 2 ** 27;

/** Measures them. */
export async function measureLimits(): Promise<Limits> {
  const kernels = await loadKernels();
  const [a, b, c] = [kernels.allocate(DEPTH * 16), kernels.allocate(DEPTH * 32), kernels.allocate(128)];
  const tile = async (product: typeof kernels.product, opsPerStep: number) => {
    const seconds = await repeated(() => {
      for (let i = 0; i < ROUNDS; i++) product(4, 8, DEPTH, a, b, c, 8);
    });
    return (ROUNDS * DEPTH * opsPerStep) / seconds;
  };
  const f32 = await tile(kernels.product, 4 * 8 * 2);
  const i16 = await tile(kernels.productPairs, 4 * 8 * 4);
  const x = new Float64Array(READ_BYTES / 8).fill(1);
  const sums = [0, 0, 0, 0];
  const seconds = await repeated(() => {
    let [s0, s1, s2, s3] = sums;
    for (let i = 0; i < x.length; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    sums.splice(0, 4, s0, s1, s2, s3);
  });
  return { build: kernels.build, f32, i16, read: READ_BYTES / seconds };
}
