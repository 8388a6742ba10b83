import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK_BYTES, Blocks } from "./blocks";

const SIZE = 9 * BLOCK_BYTES + 1234;
const bytes = Uint8Array.from({ length: SIZE }, (_, at) => (at * 2654435761) >>> 24);

/** The file by blocks; each request is delivered in pieces of `piece` bytes, a turn apart. */
function far(piece = 50_000) {
  const requests: [from: number, to: number][] = [];
  const blocks = new Blocks(SIZE, async (from, to, take) => {
    requests.push([from, to]);
    for (let at = from; at < to; at += piece) {
      await null;
      take(bytes.subarray(at, Math.min(at + piece, to)));
    }
  });
  return { blocks, requests };
}

test("slices are those of the file, whatever is asked for, in whatever order and however it arrives", async () => {
  const place = fc.integer({ min: -10, max: SIZE + 10 });
  const slice = fc.tuple(place, place);
  await fc.assert(
    fc.asyncProperty(
      fc.array(slice, { maxLength: 12 }),
      fc.integer({ min: 1000, max: 200_000 }),
      async (asked, piece) => {
        const { blocks, requests } = far(piece);
        const half = asked.length >> 1;
        const answers = [
          ...(await Promise.all(asked.slice(0, half).map(([from, to]) => blocks.slice(from, to)))),
          ...(await Promise.all(asked.slice(half).map(([from, to]) => blocks.slice(from, to)))),
        ];
        answers.forEach((answer, index) => {
          const [from, to] = asked[index].map((at) => Math.max(0, at));
          expect(answer.length).toBe(bytes.subarray(from, to).length);
          expect(Buffer.compare(answer, bytes.subarray(from, to))).toBe(0);
        });
        const travelled = requests.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(travelled).toBeLessThanOrEqual(SIZE);
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});

test("what is asked for in one moment and lies together is one request", async () => {
  const { blocks, requests } = far();
  const at = (block: number) => blocks.slice(block * BLOCK_BYTES + 5, block * BLOCK_BYTES + 9);
  await Promise.all([at(3), at(1), at(2), at(2), at(7)]);
  expect(requests).toEqual([
    [BLOCK_BYTES, 4 * BLOCK_BYTES],
    [7 * BLOCK_BYTES, 8 * BLOCK_BYTES],
  ]);
});

test("a block that is on its way or has come is not asked for again", async () => {
  const { blocks, requests } = far();
  const first = blocks.slice(0, 10);
  await null;
  await Promise.all([first, blocks.slice(5, 20)]);
  await blocks.slice(100, 200);
  expect(requests.length).toBe(1);
});

test("what failed is asked for anew", async () => {
  let failing = true;
  const blocks = new Blocks(SIZE, async (from, to, take) => {
    if (failing) throw new Error("the line broke");
    take(bytes.subarray(from, to));
  });
  await expect(blocks.slice(0, 10)).rejects.toThrow("the line broke");
  failing = false;
  expect(await blocks.slice(0, 3)).toEqual(bytes.slice(0, 3));
});
