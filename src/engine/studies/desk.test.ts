import { beforeEach, expect, test } from "vitest";
import { verbatim } from "../../i18n/said";
import type { Coordinator } from "../coordinator";
import type { Command, Report } from "../messages";
import { StudyDesk } from "./desk";
import { STUDIES } from "./index";
import type { Study } from "./study";

// Studies take turns and let frames go first. What happens is written down in its order: no clock.

type StudyCommand = Extract<Command, { type: "study" }>;

let said: Report[];
let done: string[];
let fill: (coordinator: Coordinator) => void;
let calm: () => Promise<void>;
let desk: StudyDesk;

/** A study of so many pieces; its question is its name in what is written down. */
const inPieces: Study<{ label: string; pieces: number }, string> = async (_, { label, pieces }, run) => {
  for (let piece = 1; piece <= pieces; piece++) {
    done.push(`${label}${piece}`);
    run.progress(piece / pieces);
    await run.pause();
  }
  return label;
};

beforeEach(() => {
  said = [];
  done = [];
  calm = async () => {};
  (STUDIES as Record<string, unknown>).recall = inPieces;
  desk = new StudyDesk({
    filled: new Promise((resolve) => {
      fill = resolve;
    }),
    calm: () => calm(),
    say: (report) => said.push(report),
    troubleOf: (error) => ({ what: verbatim(String(error)), remedy: verbatim("") }),
  });
});

const command = (id: number, label: string, pieces: number): StudyCommand => ({
  type: "study",
  id,
  name: "recall",
  question: { label, pieces },
});
const coordinator = {} as Coordinator;

test("nothing begins before all of the space has arrived", async () => {
  const study = desk.begin(command(1, "a", 1));
  await new Promise(setImmediate);
  expect(done).toEqual([]);
  fill(coordinator);
  await study;
  expect(said).toEqual([
    { type: "studying", id: 1, share: 1 },
    { type: "studied", id: 1, answer: "a" },
  ]);
});

test("two studies take turns, a piece each", async () => {
  fill(coordinator);
  await Promise.all([desk.begin(command(1, "a", 3)), desk.begin(command(2, "b", 2))]);
  expect(done).toEqual(["a1", "b1", "a2", "b2", "a3"]);
});

test("while a frame is waited for no piece begins", async () => {
  let frame: () => void = () => {};
  fill(coordinator);
  calm = () =>
    done.length === 1
      ? new Promise((resolve) => {
          frame = resolve;
        })
      : Promise.resolve();
  const study = desk.begin(command(1, "a", 2));
  for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  expect(done).toEqual(["a1"]);
  calm = async () => {};
  frame();
  await study;
  expect(done).toEqual(["a1", "a2"]);
});

test("one that is stopped says no more, and the others go on", async () => {
  fill(coordinator);
  const both = [desk.begin(command(1, "a", 50)), desk.begin(command(2, "b", 2))];
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
  desk.stop(1);
  await Promise.all(both);
  expect(done.length).toBeLessThan(10);
  expect(said.filter(({ type }) => type !== "studying")).toEqual([{ type: "studied", id: 2, answer: "b" }]);
});

test("one that fails says why, and gives its turn on", async () => {
  fill(coordinator);
  (STUDIES as Record<string, unknown>).recall = async () => {
    throw new Error("no");
  };
  await desk.begin(command(1, "a", 1));
  (STUDIES as Record<string, unknown>).recall = inPieces;
  await desk.begin(command(2, "b", 1));
  expect(said[0]).toEqual({ type: "study-failed", id: 1, problem: { what: "Error: no", remedy: "" } });
  expect(said.at(-1)).toEqual({ type: "studied", id: 2, answer: "b" });
});
