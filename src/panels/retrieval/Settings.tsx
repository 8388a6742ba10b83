import { useState } from "react";
import { Segmented } from "../Segmented";
import type { Choice } from "./recommend";
import { type Database, settingsFor } from "./settings-for";

const DATABASES = (["pgvector", "Weaviate", "Qdrant", "Vespa"] as const).map((value) => ({
  value,
  label: value,
  title: `Settings for ${value}`,
}));

/** The settings that make an index, for one of the databases, to copy. */
export function Settings({ choice, dims }: { choice: Choice; dims: number }) {
  const [database, setDatabase] = useState<Database>("pgvector");
  const [told, setTold] = useState<{ text: string; words: string } | null>(null);
  const text = settingsFor(database, choice, dims);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold({ text, words: "Copied." });
    } catch {
      setTold({ text, words: "This browser lets no page copy: select the text by hand." });
    }
  };
  return (
    <div className="settings">
      <Segmented name="Database" choices={DATABASES} value={database} onChange={setDatabase} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section tabIndex={0} aria-label={`Settings for ${database}`}>
        <pre>{text}</pre>
      </section>
      <button type="button" className="button" onClick={copy}>
        Copy settings
      </button>
      <span role="status">{told?.text === text ? told.words : ""}</span>
    </div>
  );
}
