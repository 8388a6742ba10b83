const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const value = new Intl.NumberFormat("en", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const tick = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const exact = new Intl.NumberFormat("en", { maximumSignificantDigits: 7 });

/** A number with its thousands apart, whole where it is whole: "3,072", "2.5". */
export function plainNumber(x: number): string {
  return Number.isInteger(x) ? whole.format(x) : tick.format(x);
}

/** A measured value to three figures, trailing zeros kept, so that it does not jump: "0.0170", "1.00", "12.3". */
export function threeFigures(y: number): string {
  return Math.abs(y) >= 1000 ? whole.format(y) : y === 0 ? "0" : value.format(y);
}

/** A value on an axis, no longer than it must be: "0.02", "1,000". */
export function tickNumber(y: number): string {
  return tick.format(y);
}

/** A value in a table, with as many figures as single precision has. */
export function tableNumber(y: number): string {
  return exact.format(y);
}
