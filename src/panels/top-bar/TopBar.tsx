import { type Ref, Suspense } from "react";
import { SpaceName, useSpaces } from "../choosers/DatasetFace";
import { DatasetSelect, useOpened } from "../choosers/lazily";
import { SelectArrow } from "../choosers/SelectArrow";
import { SearchBox } from "../points/SearchBox";
import { StoryButton } from "../story/StoryButton";
import { Brand } from "./Brand";
import { HelpButton } from "./HelpButton";
import { LanguageSelect } from "./LanguageSelect";
import { OpenDataButton } from "./OpenDataButton";
import { SheetButton } from "./SheetButton";
import { ThemeToggle } from "./ThemeToggle";
import "./top-bar.css";

/** Name, dataset, open data, story, search, share, export, language, theme, help. */
export function TopBar({ ref }: { ref: Ref<HTMLElement> }) {
  const opened = useOpened();
  return (
    <header ref={ref} className="top-bar" data-over="cloud">
      <Brand />
      <Suspense fallback={<DatasetFace />}>{opened ? <DatasetSelect /> : <DatasetFace />}</Suspense>
      <OpenDataButton />
      <div className="top-bar-end">
        <StoryButton />
        <SearchBox />
        <SheetButton sheet="share" />
        <SheetButton sheet="export" />
        <LanguageSelect />
        <ThemeToggle />
        <HelpButton />
      </div>
    </header>
  );
}

/** What the list of spaces looks like before it can be opened. */
function DatasetFace() {
  const { open } = useSpaces();
  return (
    <div className="dataset">
      <SpaceName space={open} />
      <SelectArrow />
    </div>
  );
}
