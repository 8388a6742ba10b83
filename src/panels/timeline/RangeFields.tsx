import { useState } from "react";
import { t } from "../../i18n";
import { playRange, setPlay, useScope } from "../../state";
import { LEAST } from "./axis";

/** The range that is played, from and to, in dims. */
export function RangeFields({ dims }: { dims: number }) {
  const play = useScope((state) => state.play);
  const { from, to } = playRange(play, dims);
  return (
    <div className="range-fields">
      <DimsField
        // A new field where the range was changed elsewhere: what stands in it is what holds.
        key={`from ${from}`}
        label={t("From")}
        value={from}
        least={LEAST}
        most={to - 1}
        onChange={(next) => setPlay({ from: next })}
      />
      <span aria-hidden="true">–</span>
      <DimsField
        key={`to ${to}`}
        label={t("To")}
        value={to}
        least={from + 1}
        most={dims}
        onChange={(next) => setPlay({ to: next === dims ? null : next })}
      />
      <button
        type="button"
        className="button"
        disabled={from === LEAST && to === dims}
        onClick={() => setPlay({ from: LEAST, to: null })}
      >
        {t("All")}
      </button>
    </div>
  );
}

interface Props {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A number within bounds; what lies outside of them becomes the nearest bound once the field is left. */
function DimsField({ label, value, least, most, onChange }: Props) {
  const [text, setText] = useState(String(value));
  const commit = () => {
    const typed = Math.round(Number(text));
    const next = text.trim() === "" || !Number.isFinite(typed) ? value : Math.min(most, Math.max(least, typed));
    setText(String(next));
    if (next !== value) onChange(next);
  };
  return (
    <input
      type="number"
      aria-label={label}
      min={least}
      max={most}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}
