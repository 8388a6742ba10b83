import type { Measured } from "./measure";

/** Something that must hold of the spaces, with the numbers that show it. */
export interface Claim {
  text: string;
  holds: boolean;
}

/** Most bytes of all dataset folders together. */
const MOST_BYTES = 64_000_000;

/** Checks a space with nested losses: its standard deviation falls in steps and is flat between them. */
export function stepClaims(title: string, { blocks }: Measured): Claim[] {
  const claims = blocks.slice(1).map(({ from, to, std }, b): Claim => {
    const before = blocks[b].std;
    if (b === 0) {
      return {
        text: `${title}: the first block's std is ≥ 1.5 × the second's (${(before / std).toFixed(2)} ×)`,
        holds: before >= 1.5 * std,
      };
    }
    const fall = (100 * (1 - std / before)).toFixed(1);
    return { text: `${title}: std falls by ≥ 10 % to dims ${from + 1}–${to} (${fall} %)`, holds: std <= 0.9 * before };
  });
  const apart = Math.max(...blocks.map(({ halves: [a, b] }) => Math.abs(a / b - 1)));
  claims.push({
    text: `${title}: the two halves of each block are within 5 % (at most ${(100 * apart).toFixed(2)} % apart)`,
    holds: apart <= 0.05,
  });
  return claims;
}

/** Checks that the first sixth of the dims finds most of the neighbours that all dims find. */
export function recallClaim(title: string, { prefixes }: Measured): Claim {
  const full = prefixes[prefixes.length - 1].dims;
  const sixth = prefixes.find(({ dims }) => dims === full / 6);
  const share = sixth?.recall ?? 0;
  return {
    text: `${title}: recall@10 at ${full / 6} of ${full} dims is ≥ 0.75 (${share.toFixed(3)})`,
    holds: share >= 0.75,
  };
}

/** Checks what all dataset folders weigh. */
export function sizeClaim(bytes: number): Claim {
  const text = `the dataset folders take ≤ ${MOST_BYTES.toLocaleString("en")} bytes (${bytes.toLocaleString("en")})`;
  return { text, holds: bytes <= MOST_BYTES };
}
