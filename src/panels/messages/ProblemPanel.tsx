import { retry, useScope } from "../../state";

/** What stops the page, where, and what to do about it. */
export function ProblemPanel() {
  const problem = useScope((state) => state.problem);
  if (!problem) return null;
  return (
    <div role="alert" className="problem">
      <p className="problem-what">{problem.what}</p>
      {problem.where && <p className="problem-where">{problem.where}</p>}
      <p>{problem.remedy}</p>
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
