import { useMemo, useState } from "react";
import { LineChart, type Series } from "../../charts";
import { t } from "../../i18n";
import { useWorded } from "../../i18n/react";
import { labelsOfPoints, type StudyAnswer, setK, useScope } from "../../state";
import { count } from "../figures";
import { Segmented } from "../Segmented";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";

type Who = "all" | "selection" | "point";

/** Points that are asked for their neighbours; of more a seeded sample is taken. */
const MOST = 1000;
/** How many neighbours are counted. */
const COUNTS = [1, 10, 100];
const SHARE = { within: [0, 1], format: (share: number) => share.toFixed(3) } as const;

/** Recall of every standard prefix, and how well ten neighbours name a category. */
export function Recall({ dims }: { dims: number }) {
  const [who, setWho] = useState<Who>("all");
  const data = useScope((state) => state.data);
  const k = useScope((state) => state.k);
  const points = useScope((state) => state.points);
  const selection = useScope((state) => state.selection);
  const focus = useScope((state) => state.focus);
  const among = useMemo(
    () => (who === "all" ? null : Int32Array.from(who === "point" ? (focus === null ? [] : [focus]) : selection)),
    [who, focus, selection],
  );
  const category = points ? labelsOfPoints(points) : null;
  const isEmpty = among?.length === 0;
  // The table of points may come after the vectors: what it says is part of the question.
  const question = points && !isEmpty ? { queries: { among, most: MOST }, codes: category?.codes ?? null } : null;
  const key = useMemo(() => `${who} ${points !== null} ${among?.join()}`, [who, points, among]);
  const { answer, ...line } = useStudy("recall", key, question);
  const series = useWorded(() => (answer ? recallSeries(answer) : []), [answer]);
  const accuracy = useWorded(() => (answer ? accuracySeries(answer) : []), [answer]);
  const [x, recallAxis, accuracyAxis] = useWorded(axes, []);
  const cursor = { cursor: k, onCursor: setK, lit: true, space: data, x };
  const choices = [
    {
      value: "all",
      label: t("All points"),
      title: t("Of all points, a sample of at most {most}", { most: count(MOST) }),
    },
    { value: "selection", label: t("Selected"), title: t("Of the selected points, among all") },
    { value: "point", label: t("Point"), title: t("Of the point in focus, among all") },
  ] as const;
  return (
    <section className="retrieval-part" aria-label={t("Recall")}>
      <h3>{t("What a prefix keeps of the neighbours")}</h3>
      <Segmented name={t("Whose neighbours")} choices={choices} value={who} onChange={setWho} />
      {isEmpty && (
        <p className="retrieval-note">{who === "point" ? t("Select a point first.") : t("Select points first.")}</p>
      )}
      {!isEmpty && <StudyLine name={t("recall")} answered={answer !== null} {...line} />}
      <LineChart
        title={t("Recall by prefix")}
        series={series}
        y={recallAxis}
        empty={t("Not measured yet.")}
        {...cursor}
      />
      {category && (
        <LineChart
          title={t("{what} named by ten neighbours", { what: category.title })}
          series={accuracy}
          y={accuracyAxis}
          height={140}
          empty={t("Not measured yet.")}
          {...cursor}
        />
      )}
      <p className="retrieval-note" role="status">
        {answer && told(answer, dims)}
      </p>
    </section>
  );
}

function told({ queries }: StudyAnswer<"recall">, dims: number): string {
  const values = { dims: count(dims), queries: count(queries) };
  return queries === 1
    ? t(
        "By cosine, against all {dims} dims. One point: no interval. A category is named by most of the ten; of ties the nearest decides, and a point has no say for itself.",
        { dims: values.dims },
      )
    : t(
        "By cosine, against all {dims} dims. {queries} queries, bands: 95 %, by query (Wilson). A category is named by most of the ten; of ties the nearest decides, and a point has no say for itself.",
        values,
      );
}

function axes() {
  return [
    { label: t("dims"), scale: "log", format: (dims: number) => t("{dims} dims", { dims: count(dims) }) },
    { ...SHARE, label: t("recall") },
    { ...SHARE, label: t("accuracy") },
  ] as const;
}

function recallSeries({ prefixes }: StudyAnswer<"recall">): Series[] {
  const x = prefixes.map(({ prefix }) => prefix);
  return COUNTS.map((many, i) => ({
    name: t("recall@{count}", { count: many }),
    x,
    y: prefixes.map(({ recall }) => recall[i].mean),
    low: prefixes.map(({ recall }) => recall[i].low),
    high: prefixes.map(({ recall }) => recall[i].high),
  })).filter(({ y }) => y.some((value) => !Number.isNaN(value)));
}

function accuracySeries({ prefixes }: StudyAnswer<"recall">): Series[] {
  const known = prefixes.flatMap(({ prefix, accuracy }) => (accuracy ? [{ prefix, ...accuracy }] : []));
  if (known.length === 0) return [];
  return [
    {
      name: t("10-NN accuracy"),
      x: known.map(({ prefix }) => prefix),
      y: known.map(({ mean }) => mean),
      low: known.map(({ low }) => low),
      high: known.map(({ high }) => high),
    },
  ];
}
