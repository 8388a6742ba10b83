import type { Ref } from "react";
import { SearchBox } from "../points/SearchBox";
import { Brand } from "./Brand";
import { DatasetSelect } from "./DatasetSelect";
import { ThemeToggle } from "./ThemeToggle";
import "./top-bar.css";

/** Name, dataset, search, theme. */
export function TopBar({ ref }: { ref: Ref<HTMLElement> }) {
  return (
    <header ref={ref} className="top-bar">
      <Brand />
      <DatasetSelect />
      <div className="top-bar-end">
        <SearchBox />
        <ThemeToggle />
      </div>
    </header>
  );
}
