import { t } from "../../i18n";
import type { Stop } from "./story";

interface Props {
  stops: readonly Stop[];
  /** The one that is told, counted from 1. */
  number: number;
  onChoose: (number: number) => void;
}

/** All stops, to jump to. */
export function StopList({ stops, number, onChoose }: Props) {
  return (
    <ol className="story-stops" aria-label={t("Stops")}>
      {stops.map(({ id, title }, i) => (
        <li key={id}>
          <button type="button" aria-current={i + 1 === number ? "step" : undefined} onClick={() => onChoose(i + 1)}>
            <span aria-hidden="true">{i + 1}</span>
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}
