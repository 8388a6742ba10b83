import { memo, useId, useMemo } from "react";
import type { Axis } from "./axis";
import { profilePaths } from "./profile-path";

interface Props {
  std: Float32Array;
  columns: number;
  axis: Axis;
  width: number;
  height: number;
}

/**
 * The standard deviation of each dimension, drawn twice: quiet, and lit. A window over the lit one ends at k; it slides
 * over the drawing instead of cutting it, so that nothing is painted again while k moves.
 */
export const Profile = memo(function Profile({ std, columns, axis, width, height }: Props) {
  const paths = useMemo(() => profilePaths(std, columns, axis, width, height), [std, columns, axis, width, height]);
  const gradient = useId();
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return (
    <>
      <svg {...box} aria-hidden="true" className="profile profile-unlit">
        <path className="profile-area" d={paths.area} />
        <path className="profile-line" d={paths.line} />
        {paths.end < width && <path className="profile-unknown" d={`M${paths.end},${height - 0.5}H${width}`} />}
      </svg>
      <div className="profile-window">
        <svg {...box} aria-hidden="true" className="profile profile-lit">
          <defs>
            <linearGradient id={gradient} x1="0" x2="0" y1="0" y2="1">
              <stop className="profile-top" offset="0" />
              <stop className="profile-foot" offset="1" />
            </linearGradient>
          </defs>
          <path d={paths.area} fill={`url(#${gradient})`} />
          <path className="profile-band" d={paths.band} />
          <path className="profile-line" d={paths.line} />
        </svg>
      </div>
    </>
  );
});
