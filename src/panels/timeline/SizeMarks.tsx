import { type CSSProperties, memo } from "react";
import { t } from "../../i18n";
import { useLanguage } from "../../i18n/react";
import { bytes, count } from "../figures";
import { type Axis, shareOf } from "./axis";
import { leap } from "./leap";
import { sizesOf } from "./stops";

/** What vectors of so many dims take, as float32. */
export function costOf(dims: number): string {
  return t("{one} a vector · {million} a million", { one: bytes(4 * dims), million: bytes(4e6 * dims) });
}

/** The sizes that one would buy, marked below the track with what they cost: a click goes there. */
export const SizeMarks = memo(function SizeMarks({ axis }: { axis: Axis }) {
  useLanguage();
  return (
    <div className="size-marks">
      {sizesOf(axis.dims).map((size) => (
        <button
          key={size}
          type="button"
          tabIndex={-1}
          aria-label={t("{k} dimensions: {cost}", { k: count(size), cost: costOf(size) })}
          style={{ "--at": shareOf(size, axis) } as CSSProperties}
          onClick={() => leap(size)}
        />
      ))}
    </div>
  );
});
