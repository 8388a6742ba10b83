import { expect, test } from "vitest";
import { answeringShard } from "./answer";
import { localShard } from "./local-shard";
import type { ShardLink } from "./protocol";
import { NoRoom, rowsThatFit } from "./room";
import { ShardSet } from "./shard-set";

const upTo = (most: number) => async (rows: number) => rows <= most;

test.each([
  [1_000_000, 640_000, 600_000],
  [1_000_000, 899_999, 800_000],
  [1_000_000, 15_000, 10_000],
  [1_000_000, 9_999, 0],
  [3, 1, 1],
])("of %i rows with room for %i, about %i are said to fit", async (rows, most, told) => {
  expect(await rowsThatFit(rows, upTo(most))).toBe(told);
});

test("a shard says how many rows it has room for, and none of them is taken", async () => {
  const ask = answeringShard();
  // 36 GB: a kernel memory ends at 4.
  const { room } = await ask("open", { rows: 3_000_000, dims: 3072, type: "f4" });
  expect(room).toBeGreaterThanOrEqual(150_000);
  expect(room).toBeLessThan(360_000);
  await expect(ask("project", { projections: [{ k: 4, axes: new Float32Array(12), unit: null }] })).rejects.toThrow(
    "before it was opened",
  );
});

/** A shard that has room for so many rows. */
function narrowShard(most: number, closed: () => void): ShardLink {
  const shard = localShard();
  const ask = async (name: string, question: { rows: number }) => {
    expect(name).toBe("open");
    return { build: "plain", room: Math.min(most, question.rows) };
  };
  return { ...shard, ask: ask as unknown as ShardLink["ask"], close: closed };
}

test("a space that does not fit is refused with the sum of what its shards have room for, and they are ended", async () => {
  let started = 0;
  let closed = 0;
  const start = () => narrowShard(started++ === 0 ? 400_000 : 212_345, () => closed++);
  const opening = ShardSet.open(start, 2, { rows: 1_000_000, dims: 3072, type: "f4" });
  await expect(opening).rejects.toThrow(
    "This browser has no room for 1,000,000 rows of 3,072 dimensions; about 610,000 would fit.",
  );
  await expect(opening).rejects.toBeInstanceOf(RangeError);
  expect(closed).toBe(2);
});

test("where nothing fits the words make no promise", () => {
  expect(new NoRoom(10, 9_000_000, 0).message).toBe("This browser has no room for 10 rows of 9,000,000 dimensions.");
});
