import { useLayoutEffect, useRef, useState } from "react";
import { t } from "../../../i18n";

interface Props {
  src: string;
  /** In CSS pixels; null is as wide as there is room. */
  width: number | null;
  height: number;
  title: string;
}

/** It leaves room for what is to be copied, in CSS pixels. */
const HIGHEST = 320;

/** The view itself, in a frame of the chosen size, drawn smaller where there is less room. */
export function Preview({ src, width, height, title }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setRoom(contentRect.width));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const low = Math.min(1, HIGHEST / height);
  const wide = width ?? room / low;
  const scale = Math.min(low, room / Math.max(1, wide));
  return (
    <div ref={box} className="embed-preview" style={{ height: height * scale }}>
      {room > 0 && (
        <iframe
          // Another theme is another page: a frame's address that changes would be a station in this page's history.
          key={src}
          src={src}
          title={t("Preview: {title}", { title })}
          style={{ width: wide, height, transform: scale < 1 ? `scale(${scale})` : undefined }}
        />
      )}
    </div>
  );
}
