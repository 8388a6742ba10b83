import { expect, test } from "vitest";
import { flatten, steppedSpace } from "../numeric/testing/reference";
import { Coordinator } from "./coordinator";
import { localShard } from "./local-shard";
import { sweep } from "./sweep";

const [n, d] = [300, 130];
const columns = steppedSpace(n, d, 5);

async function open(): Promise<Coordinator> {
  const coordinator = await Coordinator.open(localShard, { rows: n, dims: d, type: "f4", shards: 2 });
  await coordinator.append({ values: flatten(columns), scales: null });
  return coordinator;
}

test("a sweep gives, in order, to the last bit what single frames give", async () => {
  const [swept, single] = await Promise.all([open(), open()]);
  const wishes = [
    ...Array.from({ length: d - 3 }, (_, i) => ({ k: i + 4 })),
    { k: 100, axes: "pc" as const },
    { k: 20, mode: "unit" as const },
    { k: 130, mode: "unit" as const },
  ];
  let at = 0;
  for await (const frame of sweep(swept, wishes)) {
    expect(frame).toEqual(await single.frame(wishes[at]));
    at++;
  }
  expect(at).toBe(wishes.length);
});

test("a wish that cannot be met ends the sweep with its reason", async () => {
  const coordinator = await open();
  const frames = async () => {
    for await (const frame of sweep(coordinator, [{ k: 4 }, { k: d + 1 }])) expect(frame.k).toBe(4);
  };
  await expect(frames()).rejects.toThrow(`Asked for ${d + 1} dims`);
});
