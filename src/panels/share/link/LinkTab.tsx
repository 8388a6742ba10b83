import { useState } from "react";
import { hostingOf } from "../../../sharing/link";
import { scope } from "../../../state";
import { LinkForm } from "./LinkForm";
import { PackAndHost } from "./PackAndHost";
import "./link.css";

/** The first way to share: a link to what is shown as the tab is opened, also where it plays on behind it. */
export function LinkTab() {
  const [view] = useState(() => scope.getState());
  const hosting = hostingOf(view);
  return hosting ? <PackAndHost view={view} hosting={hosting} /> : <LinkForm view={view} />;
}
