import type { StudyAnswer, StudyName, StudyOptions, StudyQuestion } from "../engine";
import { said } from "../i18n/said";
import type { BesideSession } from "./beside-session";
import { scope } from "./scope";

let session: BesideSession | null = null;

/** Holds the open space against another, or a control of it; "none" ends that. */
export function setCompare(compare: string): void {
  scope.setState({ compare });
}

/** As `study`, over the space beside the open one. */
export function studyBeside<N extends StudyName>(
  name: N,
  question: StudyQuestion<N>,
  options?: StudyOptions,
): Promise<StudyAnswer<N>> {
  return session
    ? session.client.study(name, question, options)
    : Promise.reject(new DOMException("Nothing is compared.", "AbortError"));
}

/** Opens what is to be compared with, and ends it when it is no longer. */
export function followCompare(): () => void {
  let open = "";
  const end = () => {
    session?.close();
    session = null;
    if (scope.getState().beside) scope.setState({ beside: null });
  };
  return scope.subscribe(({ data, compare, manifest }) => {
    const wanted = compare === "none" || compare === data || !manifest ? "" : `${data} ${compare}`;
    if (wanted === open) return;
    open = wanted;
    end();
    if (!wanted) return;
    import("./beside-session").then(
      ({ BesideSession }) => {
        if (open === wanted) session = new BesideSession(compare);
      },
      () => scope.setState({ compare: "none", notice: said("What compares could not be fetched; try again.") }),
    );
  });
}
