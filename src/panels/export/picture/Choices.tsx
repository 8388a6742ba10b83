import { useEffect } from "react";
import { useOpenCharts } from "../../../charts";
import { t } from "../../../i18n";
import type { Background, Parts } from "../../../sharing/picture";
import { Segmented } from "../../Segmented";
import { screenSize } from "./screen-size";
import { type Format, type Settings, settings } from "./settings";
import { finenesses, SIZES, type SizeName, sizeLabel } from "./sizes";

/** What can be chosen of a picture. */
export function Choices({ chosen }: { chosen: Settings }) {
  const charts = useOpenCharts();
  const { subject, format, background } = chosen;
  const chart = typeof subject === "object" ? subject.chart : null;
  const isGone = chart !== null && !charts.some(({ title }) => title === chart);
  useEffect(() => {
    // Its panel was closed since.
    if (isGone) settings.setState({ subject: "view" });
    // A chart is no page: it is written as it is drawn.
    else if (chart !== null && format === "pdf") settings.setState({ format: "svg" });
  }, [isGone, chart, format]);
  const onWhat = (value: string) =>
    settings.setState({ subject: value === "view" || value === "card" ? value : { chart: value.slice(CHART.length) } });
  const formats: { value: Format; title: string }[] = [
    { value: "png", title: t("Pixels, for screens and slides") },
    { value: "svg", title: t("Text stays text, the cloud is pixels in it: for editing") },
    { value: "pdf", title: t("Text stays text, the cloud is pixels in it: for print") },
  ];
  const grounds: { value: Background; label: string; title: string }[] = [
    { value: "theme", label: t("Theme"), title: t("As the page is now, dark or light") },
    { value: "white", label: t("White"), title: t("White, for paper") },
    { value: "clear", label: t("Transparent"), title: t("No ground: what lies behind the picture is seen") },
  ];
  return (
    <>
      <div className="sheet-fields">
        <label className="sheet-field">
          <span>{t("What")}</span>
          <select
            value={chart === null ? (subject as string) : CHART + chart}
            onChange={(event) => onWhat(event.target.value)}
          >
            <option value="view">{t("The view as it stands")}</option>
            <option value="card">{t("A card for links, 1,200 × 630")}</option>
            {charts.map(({ title }) => (
              <option key={title} value={CHART + title}>
                {t("Chart: {title}", { title })}
              </option>
            ))}
          </select>
        </label>
        {subject === "view" && <SizeChoices chosen={chosen} />}
      </div>
      <div className="picture-choices">
        <div className="sheet-field">
          <span aria-hidden="true">{t("Format")}</span>
          <Segmented
            name={t("Format")}
            choices={(chart === null ? formats : formats.slice(0, 2)).map((one) => ({
              ...one,
              label: one.value.toUpperCase(),
            }))}
            value={format}
            onChange={(value) => settings.setState({ format: value })}
          />
        </div>
        <div className="sheet-field">
          <span aria-hidden="true">{t("Background")}</span>
          <Segmented
            name={t("Background")}
            choices={grounds}
            value={background}
            onChange={(value) => settings.setState({ background: value })}
          />
        </div>
      </div>
      {chart === null && <PartChoices parts={chosen.parts} isCard={subject === "card"} />}
    </>
  );
}

const CHART = "chart:";

function SizeChoices({ chosen }: { chosen: Settings }) {
  const { size, fineness } = chosen;
  const screen = screenSize().size;
  const choices = finenesses(SIZES[size] ?? screen);
  return (
    <>
      <label className="sheet-field">
        <span>{t("Size")}</span>
        <select value={size} onChange={({ target }) => settings.setState({ size: target.value as SizeName })}>
          {(Object.keys(SIZES) as SizeName[]).map((name) => (
            <option key={name} value={name}>
              {sizeLabel(name, screen)}
            </option>
          ))}
        </select>
      </label>
      <label className="sheet-field">
        <span>{t("Resolution")}</span>
        <select
          value={Math.min(fineness, choices.length - 1)}
          onChange={({ target }) => settings.setState({ fineness: Number(target.value) })}
        >
          {choices.map(({ scale, label }, i) => (
            <option key={scale} value={i}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function PartChoices({ parts, isCard }: { parts: Parts; isCard: boolean }) {
  const names: [keyof Parts, string][] = [
    ["labels", t("Labels")],
    ["legend", t("Legend")],
    ["axes", t("Axes")],
    ["profile", t("Profile")],
    ["caption", t("Caption")],
  ];
  return (
    <fieldset className="sheet-row">
      <legend>{t("With")}</legend>
      {(isCard ? names.slice(0, 1) : names).map(([part, name]) => (
        <label key={part} className="sheet-check">
          <input
            type="checkbox"
            checked={parts[part]}
            onChange={({ target }) => settings.setState({ parts: { ...parts, [part]: target.checked } })}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
