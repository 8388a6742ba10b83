import { t } from "../../i18n";
import { Rich } from "../../i18n/react";
import { coloringOf, colorValue, labelOf, selectLabel, type TextColumn, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { Neighbours } from "./Neighbours";
import { PointPicture } from "./PointPicture";

/** The focused point: its title, its whole text, where it belongs, and its neighbours. */
export function SelectedPoint({ row }: { row: number }) {
  const points = useScope((state) => state.points);
  const coloring = useScope(coloringOf);
  if (!points) return null;
  const chain = points.columns.find((one): one is TextColumn => one.kind === "text" && one.name === "hypernyms");
  const belongs = [colorValue(coloring, row), chain?.values[row]].filter(Boolean).join(" · ");
  const picture = points.images?.[row];
  const code = coloring?.kind === "category" ? coloring.codes[row] : null;
  return (
    <article className="selected-point" data-row={row}>
      <header>
        <h3>
          <bdi>{points.titles[row]}</bdi>
        </h3>
        <button type="button" className="link-button" onClick={() => toggleSelected(row)}>
          {t("Deselect")}
        </button>
      </header>
      {picture && <PointPicture key={row} picture={picture} title={points.titles[row]} />}
      <p className="selected-text">{points.texts[row]}</p>
      <p className="selected-belongs">{belongs}</p>
      {coloring?.kind === "category" && code !== null && (
        <button type="button" className="link-button" onClick={() => selectLabel(coloring.codes, code)}>
          <Rich parts={{ label: () => <bdi>{labelOf(coloring, code)}</bdi> }}>
            {t("Select all {rows} of “<label/>”", { rows: count(coloring.counts[code]) })}
          </Rich>
        </button>
      )}
      <Neighbours row={row} />
    </article>
  );
}
