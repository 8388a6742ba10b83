import { t } from "../../i18n";
import { FIGURES } from "./figures";
import { piecesOf } from "./story";
import type { Written } from "./use-figures";

interface Props {
  text: string;
  figure: (name: string) => Written;
}

/** A paragraph with its figures; where one is still being computed, a place as wide is kept for it. */
export function Paragraph({ text, figure }: Props) {
  return (
    <p>
      {piecesOf(text).map((piece, i) =>
        "text" in piece ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a paragraph stay as they are
          <Value key={i} name={piece.figure} written={figure(piece.figure)} />
        ),
      )}
    </p>
  );
}

function Value({ name, written }: { name: string; written: Written }) {
  if (written === false) return <span className="story-figure">{t("(this could not be computed)")}</span>;
  if (written !== null) {
    return (
      <span className="story-figure" data-figure={name}>
        {written}
      </span>
    );
  }
  return (
    <span className="story-figure" data-pending="">
      <span className="visually-hidden">{t("(being computed)")}</span>
      <span aria-hidden="true">{FIGURES[name].like}</span>
    </span>
  );
}
