import { t } from "../../../i18n";
import type { Manifest } from "../../../state";
import { count } from "../../figures";
import { PRECISIONS } from "../words";

/** A dataset folder: it says itself what it is, and there is nothing to choose. */
export function FolderFound({ manifest }: { manifest: Manifest }) {
  const { title, description, rows, ofRows, dims, dtype, model, source, licence } = manifest;
  const facts = [
    [t("Points"), ofRows ? t("{rows} of {all}", { rows: count(rows), all: count(ofRows) }) : count(rows)],
    [t("Dimensions"), count(dims)],
    [t("Kept as"), PRECISIONS[dtype]],
    [t("Model"), model],
    [t("Source"), source],
    [t("Licence"), licence],
  ].filter(([, value]) => value);
  return (
    <section className="found" aria-label={t("What was found")}>
      <p className="found-format">{t("Dataset folder")}</p>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {description && (
        <p>
          <bdi>{description}</bdi>
        </p>
      )}
      <dl className="found-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
