import { lazy, Suspense, useState } from "react";
import { useScope } from "../../state";
import { endFirstVisit, isFirstVisit } from "./first-visit";

// Most visits are not the first one.
const FirstSteps = lazy(async () => ({ default: (await import("./FirstSteps")).FirstSteps }));

/** The first steps, on the first visit, once there is a cloud to take them with and nothing more pressing to say. */
export function FirstVisit() {
  const [isFirst, setIsFirst] = useState(isFirstVisit);
  const isCalm = useScope(
    ({ frame, problem, notice, panel, story }) =>
      frame !== null && problem === null && notice === null && panel === "none" && story === 0,
  );
  if (!isFirst || !isCalm) return null;
  const onTaken = () => {
    endFirstVisit();
    setIsFirst(false);
  };
  return (
    <Suspense>
      <FirstSteps onTaken={onTaken} />
    </Suspense>
  );
}
