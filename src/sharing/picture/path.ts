/** One step of a path, its numbers absolute. */
export interface PathStep {
  to: "M" | "L" | "C" | "Z";
  numbers: readonly number[];
}

/**
 * Reads a path of absolute M, L, H, V, C and Z; H and V become L, and numbers behind M are further lines.
 *
 * @throws RangeError where it holds anything else
 */
export function stepsOf(d: string): PathStep[] {
  const steps: PathStep[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const lines = (points: number[][]) => {
      for (const point of points) {
        [x, y] = point;
        steps.push({ to: "L", numbers: point });
      }
    };
    if (letter === "Z") steps.push({ to: "Z", numbers: [] });
    else if (letter === "H") lines(numbers.map((right) => [right, y]));
    else if (letter === "V") lines(numbers.map((down) => [x, down]));
    else if (letter === "L") lines(chunks(numbers, 2));
    else if (letter === "M") {
      const [first, ...others] = chunks(numbers, 2);
      [x, y] = first;
      steps.push({ to: "M", numbers: first });
      lines(others);
    } else if (letter === "C") {
      for (const six of chunks(numbers, 6)) {
        [x, y] = six.slice(4);
        steps.push({ to: "C", numbers: six });
      }
    } else throw new RangeError(`A path of a picture has "${letter}" in it, which its writers do not read.`);
  }
  return steps;
}

function chunks(numbers: readonly number[], size: number): number[][] {
  return Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(i * size, (i + 1) * size));
}
