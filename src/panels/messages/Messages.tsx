import { lazy, Suspense } from "react";
import { useScope } from "../../state";
import { AllMuted } from "./AllMuted";
import { FirstVisit } from "./FirstVisit";
import { NoticeLine } from "./NoticeLine";
import { Opening } from "./Opening";
import { ProblemPanel } from "./ProblemPanel";
import "./messages.css";

// Few files have such rows.
const SkippedLine = lazy(async () => ({ default: (await import("./SkippedLine")).SkippedLine }));
const UpdateLine = lazy(async () => ({ default: (await import("./UpdateLine")).UpdateLine }));

/** What the page says in the middle of the free area: what it waits for, what happened, what went wrong. */
export function Messages() {
  const hasSkipped = useScope(({ skipped, frame }) => skipped !== null && frame !== null);
  const hasUpdate = useScope(({ update }) => update !== null);
  return (
    <div className="messages">
      <Opening />
      <ProblemPanel />
      <AllMuted />
      <FirstVisit />
      <NoticeLine />
      {hasSkipped && (
        <Suspense>
          <SkippedLine />
        </Suspense>
      )}
      {hasUpdate && (
        <Suspense>
          <UpdateLine />
        </Suspense>
      )}
    </div>
  );
}
