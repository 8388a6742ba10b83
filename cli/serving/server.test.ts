import { expect, test } from "vitest";
import { run } from "../testing/run";
import { startServer } from "./server";
import { Shelf } from "./shelf";

const KEY = "the-key-of-this-test";

test.each([
  [["serve", "nowhere"], "There is no file or folder"],
  [["serve", "package.json"], "package.json"],
  [["serve", "tests/samples/raw-f4.f32"], "make a folder of it first, with pack --dims"],
  [["serve", "postgres://host/db?table=t"], "make a folder of it first, with pack"],
  [["serve", "https://example.org/x.npy"], "on the web already"],
  [["serve", "tests/samples/matrix.npy", "--port", "99999"], "--port goes up to 65535"],
  [["serve", "tests/samples/matrix.npy", "--at", "hub"], "--at takes the address"],
])("%j is one line on standard error and exit code 2", async (args, words) => {
  const { status, out, err } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(words);
});

test("a port that is taken gives way to the next, unless it was asked for", async () => {
  const shelf = new Shelf();
  const [first, second] = [
    await startServer({ shelf, key: KEY, port: null }),
    await startServer({ shelf, key: KEY, port: null }),
  ];
  try {
    expect(second.port).not.toBe(first.port);
    await expect(startServer({ shelf, key: KEY, port: first.port })).rejects.toThrow(`Port ${first.port} is taken`);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
