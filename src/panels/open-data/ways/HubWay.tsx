import type { FormEvent } from "react";
import { said, t } from "../../../i18n";
import { desk, look, refuse, useDesk } from "../desk";

const EXAMPLE = "Qdrant/dbpedia-entities-openai3-text-embedding-3-large-3072-1M";

/** A dataset of the Hugging Face hub, by its name or by the address of its page. */
export function HubWay() {
  const typed = useDesk((state) => state.dataset);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const dataset = nameIn(typed);
    if (dataset) look({ kind: "hub", dataset });
    else
      refuse({
        what: said("“{name}” is no name of a dataset.", { name: typed.trim() }),
        remedy: said("A name has an owner: {example}.", { example: EXAMPLE }),
      });
  };
  return (
    <form onSubmit={onSubmit}>
      <label className="sheet-field">
        <span>{t("Name of the dataset")}</span>
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={EXAMPLE}
          value={typed}
          onChange={({ target }) => desk.setState({ dataset: target.value })}
        />
      </label>
      <p className="sheet-note">
        {t("Its Parquet files are read where they lie: only the columns and the groups of rows that are needed.")}
      </p>
      <p className="way-privacy">{t("huggingface.co is asked for the dataset. Nothing else leaves this machine.")}</p>
      <div className="way-buttons">
        <button type="submit" className="button button-main" disabled={!typed.trim()}>
          {t("Look at it")}
        </button>
        {!typed && (
          <button type="button" className="button" onClick={() => desk.setState({ dataset: EXAMPLE })}>
            {t("Use the example")}
          </button>
        )}
      </div>
    </form>
  );
}

function nameIn(typed: string): string | null {
  const name = typed
    .trim()
    .replace(/^https:\/\/(huggingface\.co|hf\.co)\/datasets\//, "")
    .replace(/^hf:\/\/datasets\//, "");
  return name.match(/^([\w.-]+\/[\w.-]+)\/?/)?.[1] ?? null;
}
