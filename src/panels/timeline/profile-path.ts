import { type Axis, dimsAt, LEAST, shareOf } from "./axis";

/** The profile as SVG paths, in a box of `width` by `height` with the greatest value near the top. */
export interface ProfilePaths {
  /** The mean line. */
  line: string;
  /** The same, closed down to the base. */
  area: string;
  /** Least to greatest value where several dims share a pixel. */
  band: string;
  /** Where the known part ends, in pixels. */
  end: number;
}

interface Step {
  left: number;
  right: number;
  mean: number;
  least: number;
  most: number;
}

/** Room above the greatest value. */
const HEADROOM = 1.12;

/**
 * Draws the standard deviation of each dimension over the axis. Dimension j fills the way from j − 1 to j,
 * so the part that is lit up to k is that of the first k dims, and a level that changes behind 512 changes at 512.
 * Where several dims share a pixel, the line is their mean, and the band shows their range.
 */
export function profilePaths(
  std: Float32Array,
  columns: number,
  axis: Axis,
  width: number,
  height: number,
): ProfilePaths {
  const steps = profileSteps(std, Math.min(columns, axis.dims), axis, width);
  const most = steps.reduce((top, step) => Math.max(top, step.most), 0) * HEADROOM || 1;
  const y = (value: number) => (height * (1 - value / most)).toFixed(1);
  const over = (pick: (step: Step) => number, backwards = false) => {
    const points = steps.flatMap((step) => {
      const [left, right] = [step.left.toFixed(1), step.right.toFixed(1)];
      return step.right - step.left > 2
        ? [`${left},${y(pick(step))}`, `${right},${y(pick(step))}`]
        : [`${((step.left + step.right) / 2).toFixed(1)},${y(pick(step))}`];
    });
    return (backwards ? points.reverse() : points).join("L");
  };
  if (steps.length === 0) return { line: "", area: "", band: "", end: 0 };
  const end = steps[steps.length - 1].right;
  const means = over((step) => step.mean);
  return {
    line: `M${means}`,
    area: `M0,${height}L0,${y(steps[0].mean)}L${means}L${end.toFixed(1)},${y(steps[steps.length - 1].mean)}L${end.toFixed(1)},${height}Z`,
    band: `M${over((step) => step.most)}L${over((step) => step.least, true)}Z`,
    end,
  };
}

/** One step a dimension while dims are wide, and one a pixel where they are narrower than that. */
function profileSteps(std: Float32Array, columns: number, axis: Axis, width: number): Step[] {
  const steps: Step[] = [];
  let dim = LEAST + 1;
  while (dim <= columns) {
    const left = shareOf(dim - 1, axis) * width;
    const last = Math.min(columns, Math.max(dim, Math.floor(dimsAt((left + 1) / width, axis))));
    let sum = 0;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (let j = dim; j <= last; j++) {
      const value = std[j - 1];
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    steps.push({ left, right: shareOf(last, axis) * width, mean: sum / (last - dim + 1), least, most });
    dim = last + 1;
  }
  return steps;
}
