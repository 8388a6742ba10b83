/** About `count` round numbers (1, 2 or 5 times a power of ten apart) within a range. */
export function linearTicks(from: number, to: number, count: number): number[] {
  const rough = (to - from) / count;
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  // The nearest by ratio.
  const step =
    power *
    (rough >= power * Math.sqrt(50) ? 10 : rough >= power * Math.sqrt(10) ? 5 : rough >= power * Math.SQRT2 ? 2 : 1);
  const ticks: number[] = [];
  const last = Math.floor(to / step + 1e-9);
  for (let i = Math.ceil(from / step - 1e-9); i <= last; i++) ticks.push(round(i * step));
  return ticks;
}

/** Round numbers on a logarithmic range: 1, 2 and 5 in every decade, powers of ten alone where that is too many. */
export function logTicks(from: number, to: number, count: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power++) {
    for (const factor of [1, 2, 5]) all.push(round(factor * 10 ** power));
  }
  const within = all.filter((tick) => tick >= from && tick <= to);
  const powers = within.filter((tick) => Number.isInteger(round(Math.log10(tick))));
  if (within.length < 2) return linearTicks(from, to, count);
  return within.length <= count || powers.length < 2 ? within : powers;
}

/**
 * Where x bears labels, most wanted first: the places of values where they are few, else the ends and the powers of four
 * between them, or round numbers on a linear axis.
 */
export function wantedTicks(stops: readonly number[], scale: "log" | "linear"): number[] {
  if (stops.length === 0) return [];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const ends = first === last ? [first] : [first, last];
  if (stops.length <= 12) return [...new Set([...ends, ...stops])];
  if (scale === "linear") return [...new Set([...ends, ...linearTicks(first, last, 4)])];
  const powers: number[] = [];
  for (let power = 1; power < last; power *= 4) if (power > first) powers.push(power);
  return [...ends, ...powers];
}

/** Those labels that fit side by side, each a text centred at a place in pixels; the first ones have the right of way. */
export function labelsThatFit<T>(
  labels: readonly T[],
  spot: (label: T) => { at: number; width: number },
  gap = 8,
): T[] {
  const placed: { label: T; left: number; right: number }[] = [];
  for (const label of labels) {
    const { at, width } = spot(label);
    const [left, right] = [at - width / 2, at + width / 2];
    if (placed.every((other) => right + gap <= other.left || left >= other.right + gap)) {
      placed.push({ label, left, right });
    }
  }
  return placed.map(({ label }) => label);
}

/** How wide a number or a short text is at the size of the axis labels, in pixels. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (",. ".includes(letter) ? 3.5 : 7), 0);
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
