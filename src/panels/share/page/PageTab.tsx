import { t } from "../../../i18n";
import { useScope } from "../../../state";
import { PageForm } from "./PageForm";

/** A page that carries the space in itself: what goes into it, its size, and the page. */
export function PageTab() {
  const manifest = useScope((state) => state.manifest);
  const isWhole = useScope(({ manifest, progress }) => manifest !== null && progress.columns >= manifest.dims);
  if (!manifest || !isWhole)
    return <p className="sheet-note">{t("The space is still on its way; a page takes all of it.")}</p>;
  return <PageForm key={manifest.name} manifest={manifest} />;
}
