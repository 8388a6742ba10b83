import { useState } from "react";

interface Props {
  name: string;
  value: number;
  least: number;
  most: number;
  set: (value: number) => void;
}

/** A number that is typed: what can be is taken at once, and the rest brought within reach when the field is left. */
export function NumberField({ name, value, least, most, set }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const onChange = (text: string) => {
    setTyped(text);
    const next = Number(text);
    if (text.trim() !== "" && next >= least && next <= most) set(next);
  };
  const onBlur = () => {
    const next = Number(typed);
    if (typed !== null && typed.trim() !== "" && Number.isFinite(next)) set(Math.min(most, Math.max(least, next)));
    setTyped(null);
  };
  return (
    <label className="sheet-field">
      <span>{name}</span>
      <input
        type="number"
        min={least}
        max={most}
        step="any"
        value={typed ?? value}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
    </label>
  );
}
