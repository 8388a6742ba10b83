/** A confidence as far as it says something: "99.4 %", "more than 99.99 %". */
export function confidence(share: number): string {
  if (share > 0.9999) return "more than 99.99 %";
  return `${(100 * share).toFixed(share > 0.999 ? 2 : 1)} %`;
}
