import { useEffect, useState } from "react";
import { t } from "../../i18n";

// Whoever let pictures of a host in did so for this visit.
const letIn = new Set<string>();

/**
 * The picture of a point. What lies on another server is asked for only when someone says so: asking tells that server
 * which point is looked at.
 */
export function PointPicture({ picture, title }: { picture: Blob | string; title: string }) {
  const [, setAsked] = useState(0);
  const [failed, setFailed] = useState(false);
  const address = useAddress(picture);
  if (!address) return null;
  const url = URL.parse(address);
  // A path without a server leads nowhere from here.
  if (!url || !/^(https?|data|blob):$/.test(url.protocol)) return null;
  const isAway = url.protocol.startsWith("http");
  if (isAway && !letIn.has(url.host)) {
    const load = () => {
      letIn.add(url.host);
      setAsked((times) => times + 1);
    };
    return (
      <button type="button" className="link-button point-picture-ask" onClick={load}>
        {t("Load pictures from {host}", { host: url.host })}
      </button>
    );
  }
  if (failed) return <p className="selected-belongs">{t("Its picture cannot be shown.")}</p>;
  return (
    <img
      className="point-picture"
      src={address}
      alt={title}
      draggable={false}
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}

function useAddress(picture: Blob | string): string | null {
  const [ofBytes, setOfBytes] = useState<string | null>(null);
  useEffect(() => {
    if (typeof picture === "string") return;
    const url = URL.createObjectURL(picture);
    setOfBytes(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return typeof picture === "string" ? picture : ofBytes;
}
