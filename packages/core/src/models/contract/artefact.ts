import { createHash } from "node:crypto";

/** Returns the key under which the file of a trained model is kept. A run has one file, which never changes. */
export function artefactKeyOf(workspaceId: string, runId: string): string {
  return `models/${workspaceId}/${runId}.head`;
}

/** Returns the sha256 of bytes in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
