import { language, t } from "../../i18n";
import { useScope } from "../../state";
import { rememberedStop } from "./place";

/** Gives the focus to the button: it stands in the top bar, and on a small screen among the names of the panels. */
export function focusStoryButton(): void {
  const buttons = document.querySelectorAll<HTMLElement>(".story-button");
  [...buttons].find((button) => button.checkVisibility())?.focus();
}

/** Begins the story where the reader left off, and ends it. */
export function StoryButton() {
  const isTold = useScope((state) => state.story > 0);
  const onClick = async () => {
    const [{ loadStory }, { goTo, leave }] = await Promise.all([import("./story"), import("./tour")]);
    if (isTold) return leave();
    const { stops } = await loadStory(language());
    const number = Math.min(rememberedStop(), stops.length);
    goTo(stops[number - 1], number);
  };
  return (
    <button type="button" className="button story-button" aria-expanded={isTold} onClick={onClick}>
      {t("Story")}
    </button>
  );
}
