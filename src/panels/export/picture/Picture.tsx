import { useEffect, useState } from "react";
import { t } from "../../../i18n";
import { OffscreenCloud } from "../../../scene/still";
import { useScope } from "../../../state";
import { Choices } from "./Choices";
import { Foot } from "./Foot";
import { Preview } from "./Preview";
import { useSettings } from "./settings";
import "./picture.css";
import { useGround } from "../../../scene";

/** The tab that saves a picture of the view: what it shows, how large, and a preview of it. */
export function Picture() {
  const ready = useScope((state) => state.frame !== null);
  const [cloud, setCloud] = useState<OffscreenCloud | null | undefined>();
  useEffect(() => {
    const own = OffscreenCloud.create();
    setCloud(own);
    return () => own?.dispose();
  }, []);
  if (cloud === null) {
    return (
      <p className="sheet-note">
        {t("This browser cannot draw in 3-D (WebGL2), so it can make no picture of the cloud.")}
      </p>
    );
  }
  if (!ready) return <p className="sheet-note">{t("There is no picture to save yet: the space is still opening.")}</p>;
  return cloud ? <Form cloud={cloud} /> : null;
}

function Form({ cloud }: { cloud: OffscreenCloud }) {
  const chosen = useSettings();
  const ground = useGround();
  return (
    <form className="sheet-form" onSubmit={(event) => event.preventDefault()}>
      <Preview cloud={cloud} chosen={chosen} ground={ground} />
      <Choices chosen={chosen} />
      <Foot cloud={cloud} chosen={chosen} ground={ground} />
    </form>
  );
}
