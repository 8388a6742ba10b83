import { t } from "../../i18n";
import { type Parts, Rich } from "../../i18n/react";
import { select, setHover, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { PointName } from "../points/PointName";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";

const WANTED = 10;
const PARTS: Parts = { b: (words) => <b>{words}</b> };

/** Query by example: the nearest of the point in focus at every stage of a funnel, 8 → 16 → … → all dims. */
export function Funnel({ dims }: { dims: number }) {
  const focus = useScope((state) => state.focus);
  const title = useScope((state) => (focus === null ? null : state.points?.titles[focus]));
  const question = focus === null ? null : { row: focus, count: WANTED };
  const { answer, ...line } = useStudy("funnel", String(focus), question);
  const last = new Set(answer?.at(-1)?.rows);
  return (
    <section className="retrieval-part" aria-label={t("Query by example")}>
      <h3>{t("Query by example")}</h3>
      {focus === null ? (
        <p className="retrieval-note">
          {t("Select a point to see its ten nearest at every stage from 8 to {dims} dims.", { dims: count(dims) })}
        </p>
      ) : (
        <p className="retrieval-note">
          {t("The ten nearest to “{title}” at each stage; the outlined ones are not among those of all dims.", {
            title: title ?? "",
          })}
        </p>
      )}
      {focus !== null && <StudyLine name={t("the funnel")} answered={answer !== null} {...line} />}
      {answer && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section className="funnel neighbour-lists" tabIndex={0} aria-label={t("Stages")}>
          {answer.map(({ prefix, rows, cosines }) => (
            <div key={prefix}>
              <h4>
                <Rich parts={PARTS}>
                  {t("{dims} dims <b>{kept} kept</b>", {
                    dims: count(prefix),
                    kept: rows.reduce((kept, row) => kept + Number(last.has(row)), 0),
                  })}
                </Rich>
              </h4>
              <ol aria-label={t("At {dims} dims", { dims: count(prefix) })}>
                {Array.from(rows, (row, i) => (
                  <li key={row} data-row={row} data-kept={last.has(row)}>
                    <button
                      type="button"
                      title={t("cosine {cosine}", { cosine: cosines[i].toFixed(3) })}
                      onClick={(event) => (event.shiftKey ? toggleSelected(row) : select(row))}
                      onPointerEnter={() => setHover(row)}
                      onPointerLeave={() => setHover(null)}
                    >
                      <PointName row={row} />
                    </button>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      )}
    </section>
  );
}
