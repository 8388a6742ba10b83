import { numberFormat } from "../i18n";

const whole = numberFormat({ maximumFractionDigits: 0 });
const value = numberFormat({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

/** A value on an axis, no longer than it must be: "0.02", "1,000". */
export const tickNumber = numberFormat({ maximumSignificantDigits: 3 });

/** A value in a table, with as many figures as single precision has. */
export const tableNumber = numberFormat({ maximumSignificantDigits: 7 });

/** A number with its thousands apart, whole where it is whole: "3,072", "2.5". */
export function plainNumber(x: number): string {
  return Number.isInteger(x) ? whole(x) : tickNumber(x);
}

/** A measured value to three figures, trailing zeros kept, so that it does not jump: "0.0170", "1.00", "12.3". */
export function threeFigures(y: number): string {
  return Math.abs(y) >= 1000 ? whole(y) : y === 0 ? "0" : value(y);
}
