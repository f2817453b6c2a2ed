const yes = new Set(["yes", "true", "1", "ja", "oui", "sí", "si"]);
const no = new Set(["no", "false", "0", "nein", "non"]);

/** Reads "yes", "true" or "ja" as true and "no", "false" or "nein" as false; null for anything else. */
export function readYesOrNo(written: string): boolean | null {
  const word = written.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
