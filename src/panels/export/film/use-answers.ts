import { useEffect } from "react";
import { estimateFilm, type FilmSettings, writable } from "../../../sharing/film";
import { scope } from "../../../state";
import { desk, useFilm } from "./desk";

/** Settings that have rested for so long are asked about. */
const REST_MS = 700;

/** Asks what this browser can write, and what the film will take; both anew whenever that may have changed. */
export function useAnswers(settings: FilmSettings | null): void {
  const isMaking = useFilm((state) => state.job !== null);
  useEffect(() => {
    if (!settings || isMaking) return;
    const abort = new AbortController();
    const { signal } = abort;
    void writable(settings).then((can) => {
      if (!signal.aborted) desk.setState({ can });
    });
    const timer = setTimeout(async () => {
      const can = await writable(settings);
      if (signal.aborted || !can.has(settings.format)) return;
      const estimate = await estimateFilm(scope.getState(), settings, signal).catch(() => null);
      if (!signal.aborted) desk.setState({ estimate });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [settings, isMaking]);
}
