import { Popover } from "radix-ui";
import { type RefObject, useRef } from "react";
import { said, t } from "../../i18n";
import { setPlay, useScope } from "../../state";
import { Segmented } from "../Segmented";
import { RangeFields } from "./RangeFields";

const SPEEDS = [0.25, 0.5, 1, 2, 4].map((speed) => ({
  value: String(speed),
  label: `${speed}×`,
  title: said("From end to end in {seconds} seconds", { seconds: 30 / speed }),
}));
const DIRECTIONS = [
  { value: "up" as const, label: said("Up"), title: said("From few dimensions to many") },
  { value: "down" as const, label: said("Down"), title: said("From many dimensions to few") },
];

interface Props {
  button: RefObject<HTMLButtonElement | null>;
  dims: number;
  onClose: () => void;
}

/** How Play goes: speed, direction, loop, and the range it goes through. */
export function PlaybackPopover({ button, dims, onClose }: Props) {
  const { speed, direction, loop } = useScope((state) => state.play);
  // It stands over the column that Play is in, so that it never covers Play.
  const column = useRef(button.current?.parentElement as HTMLElement);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={column} />
      <Popover.Portal>
        <Popover.Content
          className="playback"
          aria-label={t("Playback")}
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          // A press on the button closes by itself.
          onInteractOutside={(event) => button.current?.contains(event.target as Node) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.current?.focus();
          }}
        >
          <Row label={t("Speed")}>
            <Segmented
              name={t("Speed")}
              choices={SPEEDS}
              value={String(speed)}
              onChange={(value) => setPlay({ speed: Number(value) })}
            />
          </Row>
          <Row label={t("Direction")}>
            <Segmented
              name={t("Direction")}
              choices={DIRECTIONS}
              value={direction}
              onChange={(next) => setPlay({ direction: next })}
            />
          </Row>
          <label className="playback-row">
            <span>{t("Loop")}</span>
            <input type="checkbox" checked={loop} onChange={(event) => setPlay({ loop: event.target.checked })} />
          </label>
          <Row label={t("Range")}>
            <RangeFields dims={dims} />
          </Row>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="playback-row">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
