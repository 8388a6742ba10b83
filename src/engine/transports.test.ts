import { afterEach, expect, test } from "vitest";
import { textOf } from "../i18n/said";
import { seeded } from "../numeric/block";
import { flatten, steppedSpace } from "../numeric/testing/reference";
import type { Answered, Asked, Channel } from "./channel";
import { Coordinator } from "./coordinator";
import { fill } from "./fill";
import { localShard } from "./local-shard";
import type { ShardLink } from "./protocol";
import { remoteShard } from "./remote-shard";
import { serveShard } from "./serve-shard";
import type { Refill } from "./shard-set";
import { threadShard } from "./thread-shard";

// The coordinator assumes nothing local: here its shards are in threads, behind a line that loses, delays and reorders
// messages, and behind one that dies. The frames must be those of shards in this very thread.

const n = 240;
const d = 150;
const columns = steppedSpace(n, d, 31);
const ENDS = [4, 20, 90, d];
const open = new Set<{ close(): void }>();
afterEach(() => {
  for (const end of open) end.close();
  open.clear();
});

async function* blocks() {
  let from = 0;
  for (const to of ENDS) {
    yield { values: flatten(columns.slice(from, to)), scales: null };
    from = to;
  }
}

async function opened(start: () => ShardLink, shards: number, refill: Refill | null = null): Promise<Coordinator> {
  const coordinator = await Coordinator.open(start, { rows: n, dims: d, type: "f4", shards }, refill);
  open.add(coordinator);
  await fill(coordinator, blocks());
  return coordinator;
}

async function sweep(coordinator: Coordinator): Promise<Float32Array[]> {
  const scores: Float32Array[] = [];
  for (const k of [4, 33, 64, 70, 111, 150]) {
    scores.push((await coordinator.frame({ k })).scores);
    scores.push((await coordinator.frame({ k, mode: "unit" })).scores);
  }
  return scores;
}

/** A line of two ends that drops a share of the messages and delays the rest by whims. */
function lossyLine(seed: number): {
  near: Channel<Asked, Answered>;
  far: Channel<Answered, Asked>;
  lost: () => number;
} {
  const { port1, port2 } = new MessageChannel();
  const random = seeded(seed);
  let lost = 0;
  const end = <Out, In>(port: MessagePort): Channel<Out, In> => ({
    send(message) {
      if (random() < 0.2) {
        lost++;
        return;
      }
      setTimeout(() => port.postMessage(message), random() * 12);
    },
    receive(listener) {
      port.onmessage = ({ data }) => listener(data);
    },
    close: () => port.close(),
  });
  open.add({ close: () => port1.close() });
  return { near: end<Asked, Answered>(port1), far: end<Answered, Asked>(port2), lost: () => lost };
}

test("shards in threads show the frames of shards right here", async () => {
  expect(await sweep(await opened(threadShard, 2))).toEqual(await sweep(await opened(localShard, 2)));
});

test("a line that loses, delays and reorders messages changes nothing", async () => {
  const lines: ReturnType<typeof lossyLine>[] = [];
  const start = () => {
    const line = lossyLine(lines.length + 5);
    lines.push(line);
    serveShard(line.far, true);
    return remoteShard(line.near, 25);
  };
  expect(await sweep(await opened(start, 3))).toEqual(await sweep(await opened(localShard, 3)));
  expect(lines.reduce((sum, line) => sum + line.lost(), 0)).toBeGreaterThan(20);
});

test("a thread that is killed in mid-sweep is started again, and the sweep ends with the same scores", async () => {
  const threads: ShardLink[] = [];
  const told: string[] = [];
  const start = () => {
    const thread = threadShard();
    threads.push(thread);
    return thread;
  };
  const refill: Refill = { replay: blocks, restarted: (why) => told.push(textOf(why)) };
  const coordinator = await opened(start, 2, refill);
  const before = await coordinator.frame({ k: 64 });
  threads[1].close();
  expect((await coordinator.frame({ k: 64 })).scores).toEqual(before.scores);
  const running = sweep(coordinator);
  setTimeout(() => threads[0].close(), 3);
  expect(await running).toEqual(await sweep(await opened(localShard, 2)));
  expect(told).toHaveLength(2);
  expect(threads).toHaveLength(4);
});

test.each([1, 2])(
  "%i threads that are killed while columns are on their way to them take them again",
  async (count) => {
    const threads: ShardLink[] = [];
    const start = () => {
      const thread = threadShard();
      threads.push(thread);
      return thread;
    };
    const shape = { rows: n, dims: d, type: "f4" as const, shards: count };
    const coordinator = await Coordinator.open(start, shape, { replay: blocks });
    open.add(coordinator);
    const growing: Promise<void>[] = [];
    for await (const block of blocks()) growing.push(coordinator.append(block));
    threads[0].close();
    await Promise.all(growing);
    expect((await coordinator.frame({ k: 120 })).scores).toEqual(
      (await (await opened(localShard, count)).frame({ k: 120 })).scores,
    );
  },
);

test("a block whose answer comes late is not overtaken by the next", async () => {
  let appended = 0;
  const start = () => {
    const shard = localShard();
    const ask: ShardLink["ask"] = async (name, question) => {
      const answer = await shard.ask(name, question);
      if (name === "append" && ++appended === 2) await new Promise((resolve) => setTimeout(resolve, 50));
      return answer;
    };
    return { ...shard, ask };
  };
  const coordinator = await Coordinator.open(start, { rows: n, dims: d, type: "f4", shards: 1 });
  const growing: Promise<void>[] = [];
  for await (const block of blocks()) growing.push(coordinator.append(block));
  await Promise.all(growing);
  expect((await coordinator.frame({ k: 120 })).scores).toEqual(
    (await (await opened(localShard, 1)).frame({ k: 120 })).scores,
  );
});

test("a shard that dies while columns arrive takes them all in the end", async () => {
  let asked = 0;
  const start = () => {
    const shard = localShard();
    const mortal = asked === 0;
    let gone = false;
    return {
      ...shard,
      ask: (async (ask, question) => {
        if (mortal && ++asked === 5) gone = true;
        if (gone) throw new (await import("./channel")).ShardLost("the test ended it");
        return shard.ask(ask, question);
      }) as ShardLink["ask"],
    };
  };
  const coordinator = await opened(start, 1, { replay: blocks });
  expect((await coordinator.frame({ k: 120 })).scores).toEqual(
    (await (await opened(localShard, 1)).frame({ k: 120 })).scores,
  );
});

test("a shard that keeps dying is an error in the end", async () => {
  const start = () => {
    const shard = localShard();
    return {
      ...shard,
      ask: (async (ask, question) => {
        if (ask === "gram") throw new (await import("./channel")).ShardLost("the test ends it each time");
        return shard.ask(ask, question);
      }) as ShardLink["ask"],
    };
  };
  await expect(opened(start, 1, { replay: blocks })).rejects.toThrow("A shard was lost");
});
