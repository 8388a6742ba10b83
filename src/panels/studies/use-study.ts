import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Problem,
  type StudyAnswer,
  type StudyName,
  type StudyQuestion,
  scope,
  study,
  useScope,
} from "../../state";

/** A study as it goes. */
export interface RunningStudy<N extends StudyName> {
  answer: StudyAnswer<N> | null;
  /** What share is done; null while nothing runs. */
  share: number | null;
  problem: Problem | null;
  start: () => void;
  cancel: () => void;
}

// Answers outlive the panel, as long as the space is open; of one to every k only the newest are kept.
const answers = new Map<string, unknown>();
const MOST_ANSWERS = 24;
let answersOf: string | null = null;

function keep(key: string, answer: unknown): void {
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST_ANSWERS) answers.delete(oldest);
}

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
      keep(whole, await study(name, asked.current, options));
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

/** The newest answer of a study of the open space that is kept, whatever the question was. */
export function newestAnswer<N extends StudyName>(name: N): StudyAnswer<N> | null {
  const start = `${scope.getState().data} ${name} `;
  const keys = [...answers.keys()].filter((key) => key.startsWith(start));
  return (answers.get(keys.at(-1) ?? "") as StudyAnswer<N> | undefined) ?? null;
}
