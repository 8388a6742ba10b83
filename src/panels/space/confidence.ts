import { t } from "../../i18n";
/** A confidence as far as it says something: "99.4 %", "more than 99.99 %". */
export function confidence(share: number): string {
  if (share > 0.9999) return t("more than 99.99 %");
  return t("{share} %", { share: (100 * share).toFixed(share > 0.999 ? 2 : 1) });
}
