import { said } from "../i18n/said";
import { Infeasible } from "./infeasible";

const SHARES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01];

/**
 * About how many of a shard's rows there is room for, found by trying: to a tenth of them, finer below that.
 *
 * @param rows more than there is room for
 * @param fits tries so many rows, and lets go of them again
 */
export async function rowsThatFit(rows: number, fits: (fewer: number) => Promise<boolean>): Promise<number> {
  for (const share of SHARES) {
    const fewer = Math.floor(rows * share);
    if (fewer > 0 && (await fits(fewer))) return fewer;
  }
  return 0;
}

/** The space is larger than the memory that this browser gives. */
export class NoRoom extends Infeasible {
  /** @param fitting about how many of the rows would fit */
  constructor(rows: number, dims: number, fitting: number) {
    const [asked, wide, room] = [rows, dims, twoFigures(fitting)].map((count) => count.toLocaleString("en"));
    super({
      what:
        fitting > 0
          ? said("This browser has no room for {asked} rows of {wide} dimensions; about {room} would fit.", {
              asked,
              wide,
              room,
            })
          : said("This browser has no room for {asked} rows of {wide} dimensions.", { asked, wide }),
      remedy: said(
        "Open a space of fewer points (`matryoscope pack --rows` draws some), or close other tabs and try again.",
      ),
    });
  }
}

/** Rounded down: a promise that can be kept. */
function twoFigures(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.floor(count / unit) * unit;
}
