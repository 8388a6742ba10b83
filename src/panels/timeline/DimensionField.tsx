import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { t } from "../../i18n";
import { scope, typeK } from "../../state";
import { count } from "../figures";

interface Props {
  k: number;
  dims: number;
  onDone: () => void;
}

/** A field to type k in: Enter takes it, Escape leaves it as it was, and so does leaving the field. */
export function DimensionField({ k, dims, onDone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  // Before anything can be typed: selected later, a digit that was quick would be typed over.
  useLayoutEffect(() => input.current?.select(), []);
  const commit = () => {
    const text = input.current!.value;
    const typed = Number(text.replace(/[\s,.']/g, ""));
    const isNumber = /\d/.test(text) && Number.isFinite(typed);
    scope.setState({ notice: isNumber ? typeK(typed) : t("“{text}” is not a number of dimensions.", { text }) });
    if (isNumber) onDone();
    else input.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") onDone();
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className="readout-field"
      type="text"
      inputMode="numeric"
      enterKeyHint="go"
      autoComplete="off"
      maxLength={9}
      aria-label={t("Number of dimensions, 4 to {dims}", { dims: count(dims) })}
      defaultValue={k}
      // biome-ignore lint/a11y/noAutofocus: it stands where the button was that opened it
      autoFocus
      onKeyDown={onKeyDown}
      onBlur={onDone}
    />
  );
}
