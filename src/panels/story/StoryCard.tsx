import { type KeyboardEvent, useState } from "react";
import { t } from "../../i18n";
import { openPanel, scope, useScope } from "../../state";
import { NARROW } from "../use-insets";
import { useMedia } from "../use-media";
import { StopList } from "./StopList";
import { StopText } from "./StopText";
import { focusStoryButton } from "./StoryButton";
import type { Stop, Story } from "./story";
import { goTo, hasStrayed, leave } from "./tour";
import "./story.css";

/** English has one word for what Chinese calls the stop before, and the step before. */
const CONTEXT = { context: "story" };

interface Props {
  story: Story;
  stop: Stop;
  /** Which one it is, counted from 1. */
  number: number;
}

/** One stop: what there is to say, and the ways on. The page beside it stays as usable as ever. */
export function StoryCard({ story, stop, number }: Props) {
  const { stops } = story;
  const [listed, setListed] = useState(false);
  const strayed = useScope(() => hasStrayed(stop));
  const panel = useScope((state) => state.panel);
  // A sheet in the place of the text: what is left of the card is a row below it.
  const isNarrow = useMedia(NARROW);
  const folded = useScope((state) => state.storyFolded);
  const isFolded = isNarrow && (folded || panel !== "none");

  const go = (to: number) => {
    setListed(false);
    if (to >= 1 && to <= stops.length) goTo(stops[to - 1], to);
  };
  const onLeave = () => {
    leave();
    // On a small screen the button comes back with the names of the panels.
    requestAnimationFrame(focusStoryButton);
  };
  const onUnfold = () => {
    openPanel("none");
    scope.setState({ storyFolded: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "Escape" && listed) setListed(false);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") go(number + (event.key === forward ? 1 : -1));
    else return;
    event.preventDefault();
  };
  const place = t("Stop {number} of {stops}", { number, stops: stops.length });
  const [isFirst, isLast] = [number === 1, number === stops.length];

  return (
    <section
      className="story"
      data-over="cloud"
      aria-label={t("Story")}
      data-folded={isFolded || undefined}
      onKeyDown={onKeyDown}
    >
      {!isFolded && (
        <header>
          <button
            type="button"
            className="text-button"
            aria-label={t("{place}, all stops", { place })}
            aria-expanded={listed}
            onClick={() => setListed(!listed)}
          >
            {place}
            <svg className="story-arrow" viewBox="0 0 10 6" width="10" height="6" fill="none" aria-hidden="true">
              <path d="M1 1l4 4 4-4" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
          {isNarrow && (
            <button type="button" className="text-button" onClick={() => scope.setState({ storyFolded: true })}>
              {t("Fold")}
            </button>
          )}
          <button type="button" className="text-button" onClick={onLeave}>
            {t("Leave")}
          </button>
        </header>
      )}
      {listed && !isFolded && <StopList stops={stops} number={number} onChoose={go} />}
      {!listed && !isFolded && <StopText story={story} stop={stop} next={stops[number]} />}
      <footer>
        <button type="button" className="button" aria-disabled={isFirst} onClick={() => go(number - 1)}>
          {t("{context, select, story {Back} other {Back}}", CONTEXT)}
        </button>
        {isFolded ? (
          <button type="button" className="text-button" onClick={onUnfold}>
            {t("{number}. {title}", { number, title: stop.title })}
          </button>
        ) : (
          <button type="button" className="text-button" aria-disabled={!strayed} onClick={() => strayed && go(number)}>
            {t("Back to this stop’s view")}
          </button>
        )}
        <button type="button" className="button" aria-disabled={isLast} onClick={() => go(number + 1)}>
          {t("Next")}
        </button>
      </footer>
    </section>
  );
}
