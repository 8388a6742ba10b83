import { useEffect, useId, useRef } from "react";
import { t } from "../../i18n";
import { openPanel, useScope } from "../../state";
import { SIDE_PANELS } from "../side/panels";
import { Paragraph } from "./Paragraph";
import type { Stop, Story } from "./story";
import { panelOf, viewOf } from "./tour";
import { useFigures } from "./use-figures";

interface Props {
  story: Story;
  stop: Stop;
  /** The one after it, whose figures are read meanwhile. */
  next: Stop | undefined;
}

/** What a stop says, with its figures, what is published of other models, and where. */
export function StopText({ story, stop, next }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useId();
  const panel = panelOf(stop);
  const open = useScope((state) => state.panel);
  const figure = useFigures(story.language, viewOf(stop).data ?? "", [...stop.text, ...(next?.text ?? [])]);
  // So a stop is announced: the heading takes the focus, and the text describes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every stop anew
  useEffect(() => heading.current?.focus({ preventScroll: true }), [stop.id]);
  return (
    <div className="story-text" key={stop.id}>
      <h2 ref={heading} tabIndex={-1} aria-describedby={body}>
        {stop.title}
      </h2>
      <div id={body}>
        {stop.text.map((text) => (
          <Paragraph key={text} text={text} figure={figure} />
        ))}
        {stop.published && <p className="story-published">{stop.published}</p>}
      </div>
      {stop.sources && (
        <ul aria-label={t("Sources")}>
          {stop.sources.map(({ name, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {panel !== "none" && panel !== open && (
        <button type="button" className="button" onClick={() => openPanel(panel)}>
          {t("Open {panel}", { panel: SIDE_PANELS.find((one) => one.panel === panel)?.name ?? "" })}
        </button>
      )}
    </div>
  );
}
