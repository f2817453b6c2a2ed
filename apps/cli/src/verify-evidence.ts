import { readFile } from "node:fs/promises";
import { verifyEvidence } from "@besunny/api/evidence/verify-evidence";

/** Checks a pack of evidence and says what it found. Throws if the pack is not what was signed. */
export async function verifyEvidenceFile(path: string, say: (line: string) => void): Promise<void> {
  const { about, madeAt, keyId, faults } = await verifyEvidence(await readFile(path));
  say(`Evidence of ${about}, made at ${madeAt}, signed with the key ${keyId}`);
  for (const fault of faults) say(fault);
  if (faults.length > 0) throw new Error("This pack is not what was signed. Ask for a new one.");
  say("Every file is what was signed");
}
