import { useEffect, useState } from "react";
import { said } from "../../i18n";
import { useLanguage } from "../../i18n/react";
import { scope, tell, useScope } from "../../state";
import { endStudies } from "./figures";
import { StoryCard } from "./StoryCard";
import { loadStory, type Story as Told } from "./story";
import { goTo } from "./tour";

/** The guided tour, at the stop that the state names. */
export function Story() {
  const number = useScope((state) => state.story);
  const [story, setStory] = useState<Told | null>(null);
  const spoken = useLanguage();
  useEffect(() => {
    let isWanted = true;
    void loadStory(spoken).then((told) => {
      if (!isWanted) return;
      const { story: asked, kChosen } = scope.getState();
      setStory(told);
      if (asked > told.stops.length) {
        scope.setState({ story: 0 });
        tell(
          said("The link asks for stop {asked} of the story, which has {stops}; that was left out.", {
            asked,
            stops: told.stops.length,
          }),
        );
      } else if (asked > 0 && !kChosen) {
        // A link that names the stop alone means its view too.
        scope.setState({ story: 0 });
        goTo(told.stops[asked - 1], asked);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [spoken]);
  useEffect(() => endStudies, []);
  const stop = story?.stops[number - 1];
  return story && stop ? <StoryCard story={story} stop={stop} number={number} /> : null;
}
