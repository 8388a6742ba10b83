import { useEffect, useLayoutEffect } from "react";
import { language, speak, t } from "../i18n";
import { useLanguage } from "../i18n/react";
import { scope, tell, useScope } from "../state";

/**
 * Speaks the language that is chosen, from the moment its catalogue is there. Whoever uses this renders anew then, and
 * everything below it: words are put together when they are rendered, so nothing has to be taken down.
 */
export function useSpoken(): void {
  const lang = useScope((state) => state.lang);
  const spoken = useLanguage();
  useEffect(() => {
    speak(lang).catch(() => {
      if (scope.getState().lang !== lang) return;
      scope.setState({ lang: language() });
      tell(t("The words of that language could not be fetched. Try again when there is a connection."));
    });
  }, [lang]);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
}
