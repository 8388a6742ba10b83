import { useId, useRef } from "react";
import { t } from "../i18n";
import { fileName } from "./csv";
import type { OpenChart } from "./open-charts";
import { saveFile } from "./save-file";

/** Pixels of a PNG for one of the drawing: fine enough for a page in print. */
const SCALE = 3;

/** The button that opens the ways to save a chart as a picture. */
export function SavePicture({ chart, space }: { chart: OpenChart; space: string }) {
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  // The browser's own popover closes at Escape and at a click beside it; only its place is ours.
  const place = () => {
    const { right, bottom } = button.current!.getBoundingClientRect();
    const style = menu.current!.style;
    style.insetInlineStart = "auto";
    style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
    style.top = `${bottom + 4}px`;
  };
  const save = async (format: "svg" | "png") => {
    menu.current!.hidePopover();
    const picture = await (await import("./chart-picture")).pictureOf(chart, "theme");
    if (!picture) return;
    const name = fileName([space, chart.title], format);
    if (format === "svg") saveFile(name, picture.text, "image/svg+xml");
    else saveFile(name, await picture.png(SCALE), "image/png");
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={t("Save picture")}
        title={t("Save picture")}
        popoverTarget={id}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3h12v10H2zM2 11l3.5-3.5L8 10l3-3 3 3" />
          <circle cx="5.5" cy="5.75" r="1" />
        </svg>
      </button>
      <div ref={menu} id={id} popover="auto" className="chart-menu" onBeforeToggle={place}>
        <button type="button" onClick={() => save("svg")}>
          {t("Save SVG")}
        </button>
        <button type="button" onClick={() => save("png")}>
          {t("Save PNG")}
        </button>
      </div>
    </>
  );
}
