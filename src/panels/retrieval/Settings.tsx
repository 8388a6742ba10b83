import { useState } from "react";
import { type Said, said, t, textOf } from "../../i18n";
import { Segmented } from "../Segmented";
import type { Choice } from "./recommend";
import { type Database, settingsFor } from "./settings-for";

const DATABASES: Database[] = ["pgvector", "Weaviate", "Qdrant", "Vespa"];

/** The settings that make an index, for one of the databases, to copy. */
export function Settings({ choice, dims }: { choice: Choice; dims: number }) {
  const [database, setDatabase] = useState<Database>("pgvector");
  const [told, setTold] = useState<{ text: string; words: Said } | null>(null);
  const choices = DATABASES.map((value) => ({
    value,
    label: value,
    title: t("Settings for {database}", { database: value }),
  }));
  const text = settingsFor(database, choice, dims);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold({ text, words: said("Copied.") });
    } catch {
      setTold({ text, words: said("This browser lets no page copy: select the text by hand.") });
    }
  };
  return (
    <div className="settings">
      <Segmented name={t("Database")} choices={choices} value={database} onChange={setDatabase} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section tabIndex={0} aria-label={t("Settings for {database}", { database })}>
        <pre>{text}</pre>
      </section>
      <button type="button" className="button" onClick={copy}>
        {t("Copy settings")}
      </button>
      <span role="status">{told?.text === text ? textOf(told.words) : ""}</span>
    </div>
  );
}
