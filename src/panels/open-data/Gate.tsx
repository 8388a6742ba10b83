import { lazy, Suspense, useEffect, useState } from "react";
import { useScope } from "../../state";
import { isForTyping } from "../shortcuts/typing";

// All of it is fetched when something is opened; only the ear for it belongs to the first frame.
const OpenData = lazy(async () => ({ default: (await import("./OpenData")).OpenData }));
const DropTarget = lazy(async () => ({ default: (await import("./DropTarget")).DropTarget }));

/** Where data comes in: files dropped anywhere, what is pasted outside a text field, and the dialog. */
export function Gate() {
  const isOpen = useScope((state) => state.openData !== null);
  const [isOver, setOver] = useState(false);
  useEffect(() => followTransfers(setOver), []);
  return (
    // One each: what is still fetched must not hide, and so close, the dialog.
    <>
      <Suspense>{isOver && <DropTarget />}</Suspense>
      <Suspense>{isOpen && <OpenData />}</Suspense>
    </>
  );
}

function followTransfers(setOver: (isOver: boolean) => void): () => void {
  const onDrag = (event: DragEvent) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    // Else the browser would leave the page for the file.
    event.preventDefault();
    dataTransfer.dropEffect = "copy";
    setOver(true);
  };
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const take = async (event: DragEvent | ClipboardEvent, transfer: DataTransfer) => {
    event.preventDefault();
    const text = transfer.getData("text/plain");
    // Read off before the first await: the browser empties it when the event is over.
    const items = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    const { takeTransfer } = await import("./take-transfer");
    await takeTransfer(items, text);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer?.types.includes("Files")) take(event, event.dataTransfer);
  };
  const onPaste = (event: ClipboardEvent) => {
    const inDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
    const files = event.clipboardData?.types.includes("Files");
    if (!event.clipboardData || (isForTyping(event.target) && !(inDialog && files))) return;
    take(event, event.clipboardData);
  };
  const listeners = { dragenter: onDrag, dragover: onDrag, dragleave: onLeave, drop: onDrop, paste: onPaste };
  for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener);
  };
}
