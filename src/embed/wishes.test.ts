import { expect, test } from "vitest";
import { Wishes } from "./wishes";

test("only what has changed is told, and a list that is equal is no change", () => {
  const wishes = new Wishes({ k: 64, sel: [1, 2] }, () => 0);
  expect(wishes.next({ k: 64, sel: [1, 2] })).toBeNull();
  expect(wishes.next({ k: 128, sel: [1, 2] })).toEqual({ k: 128 });
  expect(wishes.next({ k: 128, sel: [2] })).toEqual({ sel: [2] });
});

test("what is no longer wished for leaves the view as it is", () => {
  const wishes = new Wishes({ k: 64, mode: "unit" }, () => 0);
  expect(wishes.next({ mode: "unit" })).toBeNull();
  expect(wishes.next({ k: 64, mode: "unit" })).toEqual({ k: 64 });
});

test("a page that keeps what it is told does not pull the slider back under the reader's hand", () => {
  const wishes = new Wishes({ k: 64 }, () => 0);
  for (const k of [65, 66, 67]) wishes.reported({ k });
  // It has kept the first report while the reader was at the third already.
  expect(wishes.next({ k: 65 })).toBeNull();
  expect(wishes.next({ k: 67 })).toBeNull();
});

test("what the page had kept before is a wish again, once it has kept something else", () => {
  const wishes = new Wishes({ k: 64 }, () => 0);
  for (const k of [65, 66]) wishes.reported({ k });
  expect(wishes.next({ k: 66 })).toBeNull();
  expect(wishes.next({ k: 65 })).toEqual({ k: 65 });
});

test("a report that is long past stands for nothing", () => {
  let now = 0;
  const wishes = new Wishes({ k: 64 }, () => now);
  wishes.reported({ k: 512 });
  now = 5_000;
  expect(wishes.next({ k: 512 })).toEqual({ k: 512 });
});
