import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/** numpy and scikit-learn in a Python of the machine, asked one question at a time. */
export class Peer {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterableIterator<string>;
  readonly #reader: Interface;

  private constructor(python: string, env: NodeJS.ProcessEnv) {
    this.#process = spawn(python, ["bench/peer.py"], { env, stdio: ["pipe", "pipe", "inherit"] });
    this.#reader = createInterface({ input: this.#process.stdout as NodeJS.ReadableStream });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** The peer, or null where no Python here has scikit-learn. */
  static find(): Peer | null {
    // Settings that pin OpenBLAS to another machine's kernels would slow the peer down and flatter us.
    const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
    for (const python of ["/usr/bin/python3", "python3"]) {
      if (spawnSync(python, ["-c", "import sklearn"], { env }).status === 0) return new Peer(python, env);
    }
    return null;
  }

  /** Asks a question of `peer.py` and waits for its answer. */
  async ask(question: string): Promise<{ seconds: number; versions: string; variance: number[] }> {
    this.#process.stdin?.write(`${question}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`The Python peer ended at "${question}".`);
    return JSON.parse(value);
  }

  /** Ends the Python process. */
  close(): void {
    this.#process.stdin?.end();
    this.#reader.close();
  }
}
