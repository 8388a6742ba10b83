import { useId } from "react";
import { textOf, type Words } from "../i18n";
import "./segmented.css";

interface Choice<T extends string> {
  value: T;
  label: Words;
  /** What it means, for who points at it. */
  title: Words;
}

interface Props<T extends string> {
  /** The name of the group, for assistive technology. */
  name: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of a few, side by side. Native radio buttons: the arrow keys move between them without a line of ours. */
export function Segmented<T extends string>({ name, choices, value, onChange }: Props<T>) {
  const group = useId();
  return (
    <div className="segmented" role="radiogroup" aria-label={name}>
      {choices.map((choice) => (
        <label key={choice.value} title={textOf(choice.title)}>
          <input
            type="radio"
            name={group}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            aria-description={textOf(choice.title)}
          />
          <span>{textOf(choice.label)}</span>
        </label>
      ))}
    </div>
  );
}
