import { type FormEvent, useState } from "react";
import { t } from "../../i18n";
import { count } from "../figures";
import { desk, look } from "./desk";

const SHOWN = 8;

/** Asks how many numbers a vector has, of a file that does not tell. */
export function AskDims({ what, suggestions }: { what: string; suggestions: readonly number[] }) {
  const [dims, setDims] = useState(String(suggestions[0] ?? ""));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { input } = desk.getState();
    const number = Number(dims);
    if ((input?.kind === "files" || input?.kind === "url") && number > 0) look({ ...input, dims: number });
  };
  return (
    <form className="ask-dims" onSubmit={onSubmit}>
      <p>{what}</p>
      <div>
        <label className="sheet-field">
          <span>{t("Dimensions of a vector")}</span>
          <input
            type="number"
            min={4}
            max={16_384}
            required
            value={dims}
            onChange={({ target }) => setDims(target.value)}
          />
        </label>
        <button type="submit" className="button">
          {t("Look again")}
        </button>
      </div>
      {suggestions.length > 0 && (
        <p className="sheet-note">
          {t("These divide it into whole rows:")}{" "}
          {suggestions.slice(0, SHOWN).map((one) => (
            <button key={one} type="button" className="link-button" onClick={() => setDims(String(one))}>
              {count(one)}
            </button>
          ))}
        </p>
      )}
    </form>
  );
}
