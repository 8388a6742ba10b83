import { useEffect, useRef } from "react";
import { t, textOf } from "../../i18n";
import { openSpace, retry, useScope } from "../../state";
import { useOnline } from "./use-online";

/** What stops the page, where, and the ways on: try again, or another dataset. Without a connection it waits for one. */
export function ProblemPanel() {
  const problem = useScope((state) => state.problem);
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const online = useOnline();
  const wasOnline = useRef(online);
  useEffect(() => {
    const isBack = online && !wasOnline.current;
    wasOnline.current = online;
    if (isBack && problem) retry();
  }, [online, problem]);
  if (!problem) return null;
  // Where no file is at fault, another one is no way on.
  const others = problem.where ? spaces.filter(({ name }) => name !== data) : [];
  return (
    <div role="alert" className="problem">
      <p className="problem-what">{online ? textOf(problem.what) : t("This device is offline.")}</p>
      {online && problem.where && <p className="problem-where">{textOf(problem.where)}</p>}
      <p>{online ? textOf(problem.remedy) : t("The page tries again by itself as soon as the connection is back.")}</p>
      <div className="problem-ways">
        <button type="button" className="button" onClick={retry}>
          {t("Try again")}
        </button>
        {online &&
          others.map(({ name, title }) => (
            <button key={name} type="button" className="button" onClick={() => openSpace(name)}>
              {t("Open {title}", { title })}
            </button>
          ))}
      </div>
    </div>
  );
}
