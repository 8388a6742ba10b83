import { useCallback, useEffect, useRef, useState } from "react";
import { type Problem, type StudyAnswer, type StudyName, type StudyQuestion, study, useScope } from "../../state";

/** A study as it goes. */
export interface RunningStudy<N extends StudyName> {
  answer: StudyAnswer<N> | null;
  /** What share is done; null while nothing runs. */
  share: number | null;
  problem: Problem | null;
  start: () => void;
  cancel: () => void;
}

// Answers outlive the panel, as long as the space is open.
const answers = new Map<string, unknown>();
let answersOf: string | null = null;

/**
 * Runs a study, and again when its question becomes another one. What was answered before for the same question is not
 * asked again; what was cancelled waits for `start`.
 *
 * @param key tells questions apart
 * @param question null while there is none
 */
export function useStudy<N extends StudyName>(
  name: N,
  key: string,
  question: StudyQuestion<N> | null,
): RunningStudy<N> {
  const data = useScope((state) => state.data);
  const whole = `${data} ${name} ${key}`;
  if (answersOf !== data) {
    answers.clear();
    answersOf = data;
  }
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, setAnswered] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const asked = useRef(question);
  asked.current = question;
  const isAsked = question !== null;

  const cancel = useCallback(() => abort.current?.abort(), []);
  const start = useCallback(async () => {
    if (asked.current === null || answers.has(whole)) return;
    const own = new AbortController();
    abort.current?.abort();
    abort.current = own;
    setProblem(null);
    setShare(0);
    try {
      const options = { signal: own.signal, progress: (done: number) => abort.current === own && setShare(done) };
      answers.set(whole, await study(name, asked.current, options));
      setAnswered((count) => count + 1);
    } catch (error) {
      if (!own.signal.aborted && error instanceof Error && "problem" in error) setProblem(error.problem as Problem);
    } finally {
      if (abort.current === own) setShare(null);
    }
  }, [name, whole]);

  useEffect(() => {
    if (isAsked) void start();
    return () => abort.current?.abort();
  }, [start, isAsked]);
  return { answer: (answers.get(whole) as StudyAnswer<N> | undefined) ?? null, share, problem, start, cancel };
}
