import { useMemo, useState } from "react";
import { LineChart, type Rule, type Series } from "../../charts";
import { t, textOf } from "../../i18n";
import { setK, useScope } from "../../state";
import { count, percent } from "../figures";
import "../studies/study-line.css";
import { StepList } from "./StepList";
import { smoothed } from "./smooth";
import { useDims } from "./use-dims";
import { useOtherProfile } from "./use-other-profile";

const NO_STEPS: readonly number[] = [];

/** The standard deviation of every dimension, raw and smoothed, beside that of another space, and the steps in it. */
export function ProfilePart() {
  const data = useScope((state) => state.data);
  const std = useScope((state) => state.std);
  const columns = useScope((state) => state.progress.columns);
  const steps = useScope((state) => state.steps);
  const spaces = useScope((state) => state.spaces);
  const title = useScope((state) => state.manifest?.title ?? state.data);
  const [wished, setOther] = useState("");
  const others = spaces.filter(({ name }) => name !== data);
  const other = others.find(({ name }) => name === wished);
  const { std: beside, share, problem } = useOtherProfile(other?.name ?? "");
  const dims = useDims();
  const series = useMemo(() => {
    const own = std.subarray(0, columns);
    const places = steps.map((step) => step.dims);
    const lines: Series[] = columns > 0 ? [{ name: title, y: own, smoothed: smoothed(own, places) }] : [];
    if (other && beside) lines.push({ name: other.title, y: beside, smoothed: smoothed(beside, NO_STEPS) });
    return lines;
  }, [std, columns, steps, title, other, beside]);
  const rules = useMemo(() => steps.map(({ dims }): Rule => ({ x: dims, label: count(dims) })), [steps]);
  return (
    <section className="space-part" aria-label={t("Standard deviation")}>
      <h3>{t("How far each dimension spreads")}</h3>
      <label className="space-beside">
        {t("Beside")}
        <select value={other?.name ?? ""} onChange={(event) => setOther(event.target.value)}>
          <option value="">{t("no other space")}</option>
          {others.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {share !== null && (
        <div className="study-line">
          <progress aria-label={t("Reading the other space")} value={share} max={1} />
          <span>{percent(share)}</span>
          <button type="button" className="link-button" onClick={() => setOther("")}>
            {t("Cancel")}
          </button>
        </div>
      )}
      {problem && <p role="alert">{textOf(problem)}</p>}
      <LineChart
        title={t("Standard deviation per dimension")}
        space={data}
        series={series}
        y={{ label: t("std per dim") }}
        rules={rules}
        empty={t("No dimension has arrived yet.")}
        {...dims}
        onCursor={setK}
      />
      <StepList />
    </section>
  );
}
