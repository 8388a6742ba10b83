import { type Ref, Suspense } from "react";
import { SpaceName, useSpaces } from "../choosers/DatasetFace";
import { DatasetSelect, useOpened } from "../choosers/lazily";
import { SelectArrow } from "../choosers/SelectArrow";
import { SearchBox } from "../points/SearchBox";
import { StoryButton } from "../story/StoryButton";
import { Brand } from "./Brand";
import { HelpButton } from "./HelpButton";
import { LanguageSelect } from "./LanguageSelect";
import { More } from "./More";
import { OpenDataButton } from "./OpenDataButton";
import { SheetButton } from "./SheetButton";
import { ThemeToggle } from "./ThemeToggle";
import { useRoom } from "./use-room";
import "./top-bar.css";

/** Name, dataset, open data, story, search, share, export, language, theme, help; what does not fit lies under More. */
export function TopBar({ ref }: { ref: Ref<HTMLElement> }) {
  const opened = useOpened();
  const room = useRoom();
  const ways = (
    <>
      <SheetButton sheet="share" />
      <SheetButton sheet="export" />
    </>
  );
  const manners = (
    <>
      <LanguageSelect />
      <ThemeToggle />
      <HelpButton />
    </>
  );
  return (
    <header ref={ref} className="top-bar" data-over="cloud">
      <Brand />
      <Suspense fallback={<DatasetFace />}>{opened ? <DatasetSelect /> : <DatasetFace />}</Suspense>
      {room !== "least" && <OpenDataButton />}
      <div className="top-bar-end">
        <StoryButton />
        <SearchBox />
        {room !== "least" && ways}
        {room === "all" ? (
          manners
        ) : (
          <More>
            {room === "least" && (
              <>
                <OpenDataButton />
                {ways}
              </>
            )}
            {manners}
          </More>
        )}
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
