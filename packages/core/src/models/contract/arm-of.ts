import { createHash } from "node:crypto";

/** The arms of an experiment. */
export const arms = ["champion", "challenger"] as const;
export type Arm = (typeof arms)[number];

/** Returns the cluster of a text. Texts that differ only in figures are in one, so that one arm has all of them. */
export function clusterOf(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 32);
}

/** Returns the arm of a cluster: always the same one in an experiment, and another one by chance in the next. */
export function armOf(experimentId: string, cluster: string, share: number): Arm {
  const hash = createHash("sha256").update(`${experimentId} ${cluster}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < share ? "challenger" : "champion";
}
