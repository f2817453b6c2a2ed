import { createHash } from "node:crypto";

/** Returns a word that no text can hold, which narrows the lexical leg to the workspace before any word is scored. */
export function scopeTerm(workspaceId: string): string {
  return `w${createHash("sha256").update(workspaceId).digest("hex").slice(0, 24)}`;
}

/** Returns an instant in one form, so that instants compare as text. */
export function instant(value: string): string {
  return new Date(value).toISOString();
}

export function bytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

export function number(value: unknown): number {
  return typeof value === "bigint" || typeof value === "number" ? Number(value) : 0;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
