import { describe, expect, it } from "vitest";
import { placeCard } from "./place-card";

const CARD = { width: 200, height: 100 };
const VIEW = { width: 800, height: 600 };

describe("the card beside a point", () => {
  it("lies right below it where there is room", () => {
    expect(placeCard({ x: 100, y: 100 }, CARD, VIEW)).toEqual({ x: 114, y: 114 });
  });

  it("flips at the right and at the bottom", () => {
    expect(placeCard({ x: 780, y: 590 }, CARD, VIEW)).toEqual({ x: 566, y: 476 });
  });

  it("stays inside a view that is hardly larger than itself", () => {
    const { x } = placeCard({ x: 110, y: 100 }, CARD, { width: 220, height: 600 });
    expect(x).toBeGreaterThanOrEqual(8);
    expect(x + CARD.width).toBeLessThanOrEqual(220 - 8);
  });
});
