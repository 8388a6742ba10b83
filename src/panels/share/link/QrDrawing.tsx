import { t } from "../../../i18n";
import type { QrCode } from "../../../sharing/link";

/** A code, dark on white whatever the theme: many readers see it in no other way. */
export function QrDrawing({ code: { size, path } }: { code: QrCode }) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("QR code of the link")}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
