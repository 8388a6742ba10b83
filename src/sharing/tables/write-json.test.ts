import { expect, test } from "vitest";
import { pointsTable } from "./points-table";
import { all, doing, points, ROWS, TITLES } from "./testing/samples";
import { writeJson } from "./write-json";

test("numbers are numbers in JSON, and what is none is null", async () => {
  const rows = JSON.parse(await (await writeJson(pointsTable(points, all), doing())).text());
  expect(rows).toHaveLength(ROWS);
  expect(rows[0]).toEqual({
    id: 0,
    title: TITLES[0],
    text: "text, 0",
    category: "a",
    "Title (column)": null,
    "=note": "n0",
  });
  expect(rows[1]["Title (column)"]).toBe(0.1);
  expect(await (await writeJson(pointsTable(points, new Int32Array()), doing())).text()).toBe("[]\n");
});
