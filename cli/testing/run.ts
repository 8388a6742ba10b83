import { vi } from "vitest";
import { main } from "../main";

/** What a command line did: its exit code, and what it printed on standard output and standard error. */
export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, which is what takes time in starting another. */
export async function run(...args: string[]): Promise<Ran> {
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")];
  for (const spy of spies) spy.mockImplementation(() => {});
  try {
    const status = await main(args);
    const [out, err] = spies.map(({ mock }) => mock.calls.map(([line]) => `${line}\n`).join(""));
    return { status, out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
