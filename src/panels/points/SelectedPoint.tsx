import { coloringOf, colorValue, select, type TextColumn, useScope } from "../../state";
import { Neighbours } from "./Neighbours";

/** The selected point: its title, its whole text, where it belongs, and its neighbours. */
export function SelectedPoint({ row }: { row: number }) {
  const points = useScope((state) => state.points);
  const coloring = useScope(coloringOf);
  if (!points) return null;
  const chain = points.columns.find((one): one is TextColumn => one.kind === "text" && one.name === "hypernyms");
  const belongs = [colorValue(coloring, row), chain?.values[row]].filter(Boolean).join(" · ");
  return (
    <article className="selected-point" data-row={row}>
      <header>
        <h3>{points.titles[row]}</h3>
        <button type="button" className="link-button" onClick={() => select(null)}>
          Deselect
        </button>
      </header>
      <p className="selected-text">{points.texts[row]}</p>
      <p className="selected-belongs">{belongs}</p>
      <Neighbours row={row} />
    </article>
  );
}
