import { useState } from "react";
import { t } from "../../../i18n";
import { qrCode } from "../../../sharing/link";
import { QrDrawing } from "./QrDrawing";
import { QrStage } from "./QrStage";

interface Props {
  link: string;
  /** Leaves out of the link what makes it long; null where nothing does. */
  shorten: (() => void) | null;
}

/** The link for the cameras of a lecture hall, or why there is no code of it. */
export function QrCode({ link, shorten }: Props) {
  const [large, setLarge] = useState(false);
  const code = qrCode(link);
  return (
    <section className="share-qr" aria-label={t("QR code")}>
      {code && <QrDrawing code={code} />}
      <div className="share-qr-say">
        {!code && <p className="sheet-note">{t("The link is too long for a QR code.")}</p>}
        {code?.dense && (
          <p className="sheet-note">{t("So long a link makes a fine-grained code: it is read from close by only.")}</p>
        )}
        {(!code || code.dense) && shorten && (
          <button type="button" className="link-button" onClick={shorten}>
            {t("Leave out the selection")}
          </button>
        )}
        {code && (
          <button type="button" className="button" onClick={() => setLarge(true)}>
            {t("Full screen")}
          </button>
        )}
      </div>
      {code && large && <QrStage code={code} link={link} onClose={() => setLarge(false)} />}
    </section>
  );
}
