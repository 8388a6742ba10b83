import { said, t } from "../../i18n";
import { showOpenData } from "../../state";
import { desk, look, refuse } from "./desk";
import { type Dropped, filesOf } from "./dropped";

/**
 * Opens the dialog with what was dropped or pasted: files, an address, a text or a table.
 *
 * @param items files and folders, as the event told them
 * @param text what was pasted as text, where no file was
 */
export async function takeTransfer(items: readonly (FileSystemEntry | File | null)[], text: string): Promise<void> {
  const dropped = items.filter((item) => item !== null) as Dropped;
  showOpenData();
  // A spreadsheet gives what was copied as a picture, too.
  const isText = text.trim() !== "" && dropped.every((item) => item instanceof File && item.type.startsWith("image/"));
  if (dropped.length > 0 && !isText) {
    try {
      const files = await filesOf(dropped);
      if (files.length > 0) return void look({ kind: "files", files });
      refuse({
        what: said("The folder holds no files."),
        remedy: said("Drop a folder that does, or the files themselves."),
      });
    } catch (error) {
      refuse({
        what: said("What was dropped could not be read: {reason}.", {
          reason: error instanceof Error ? error.message : String(error),
        }),
        remedy: said("Choose it by “Choose files” instead."),
      });
    }
    return;
  }
  const trimmed = text.trim();
  if (trimmed === "") return;
  // An address is fetched when someone says so, not by a slip of a key.
  if (/^https?:\/\/\S+$/.test(trimmed)) desk.setState({ way: "address", address: trimmed });
  else {
    desk.setState({ way: "paste", pasted: text });
    look({ kind: "text", text, title: t("Pasted") });
  }
}
