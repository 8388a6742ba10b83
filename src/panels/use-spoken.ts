import { useEffect, useLayoutEffect, useState } from "react";
import { type Language, language, speak, t } from "../i18n";
import { scope, tell, useScope } from "../state";

/**
 * Speaks the language that is chosen, from the moment its catalogue is there. Whoever uses this renders anew then, and
 * everything below it: words are put together when they are rendered, so nothing has to be taken down.
 */
export function useSpoken(): Language {
  const lang = useScope((state) => state.lang);
  const [spoken, setSpoken] = useState(language);
  useEffect(() => {
    let wanted = true;
    speak(lang).then(
      () => wanted && setSpoken(language()),
      () => {
        if (!wanted) return;
        scope.setState({ lang: language() });
        tell(t("The words of that language could not be fetched. Try again when there is a connection."));
      },
    );
    return () => {
      wanted = false;
    };
  }, [lang]);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return spoken;
}
