import { t } from "../../i18n";
import { redo, undo, useScope } from "../../state";

const UNDO = "M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M3 6.500l3-3M3 6.500l3 3";

/** Takes a choice back, and makes it again: of what is selected, shown, and how it is coloured. */
export function HistoryButtons() {
  const canUndo = useScope((state) => state.past.length > 0);
  const canRedo = useScope((state) => state.future.length > 0);
  if (!canUndo && !canRedo) return null;
  return (
    <div className="history">
      <Step name={t("Undo")} title={t("Undo (Ctrl+Z)")} can={canUndo} onClick={undo} />
      <Step name={t("Redo")} title={t("Redo (Ctrl+Shift+Z)")} can={canRedo} onClick={redo} mirrored />
    </div>
  );
}

interface StepProps {
  name: string;
  title: string;
  can: boolean;
  /** Whether the arrow points forward. */
  mirrored?: boolean;
  onClick: () => void;
}

// Said to be disabled and not made so: a button that goes under the finger would take the focus with it.
function Step({ name, title, can, mirrored, onClick }: StepProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={title}
      aria-disabled={!can}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          strokeWidth="1.3"
          strokeLinecap="round"
          strokeLinejoin="round"
          d={UNDO}
          transform={mirrored ? "matrix(-1 0 0 1 16 0)" : undefined}
        />
      </svg>
    </button>
  );
}
