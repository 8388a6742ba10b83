import { AllMuted } from "./AllMuted";
import { FirstVisit } from "./FirstVisit";
import { NoticeLine } from "./NoticeLine";
import { Opening } from "./Opening";
import { ProblemPanel } from "./ProblemPanel";
import "./messages.css";

/** What the page says in the middle of the free area: what it waits for, what happened, what went wrong. */
export function Messages() {
  return (
    <div className="messages">
      <Opening />
      <ProblemPanel />
      <AllMuted />
      <FirstVisit />
      <NoticeLine />
    </div>
  );
}
