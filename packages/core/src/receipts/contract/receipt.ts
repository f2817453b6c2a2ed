import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Signer } from "../../context";
import { count } from "../../shapes";

export const receiptKinds = ["document", "person", "workspace"] as const;

/** A store in a receipt: the number of things before, those that went, and those that stay with their reasons. */
export const ReceiptStore = z.strictObject({
  store: z.string(),
  holds: z.string(),
  found: count,
  removed: count,
  kept: z.array(z.strictObject({ count, because: z.string() })),
});
export type ReceiptStore = z.infer<typeof ReceiptStore>;

/** Something that is not gone yet, with the day on which it is, and who vouches for that. */
export const NotYet = z.strictObject({
  what: z.string(),
  until: z.string(),
  confirmedBy: z.string(),
});

/** Names what was deleted. A document has an id and a checksum; if a rule of retention deleted it, the id of that too. A person a hash of their words and an id as a member. */
const ReceiptSubject = z.strictObject({
  documentId: z.string().optional(),
  sha256: z.string().optional(),
  person: z.string().optional(),
  member: z.string().optional(),
  retentionRule: z.string().optional(),
});

/**
 * The statement of a receipt. Fields that nobody knows are refused, or somebody could add one to a receipt that verifies. It holds ids, hashes, numbers and reasons, and no content. `searched` says how many ids and phrases were
 * looked for afterwards in how many stores, and how often they were found.
 */
export const Receipt = z.strictObject({
  format: z.literal("besunny-receipt/1"),
  id: z.string(),
  kind: z.enum(receiptKinds),
  workspaceId: z.string(),
  subject: ReceiptSubject,
  askedAt: z.string(),
  madeAt: z.string(),
  stores: z.array(ReceiptStore),
  searched: z.strictObject({ ids: count, phrases: count, stores: count, found: count }),
  notYet: z.array(NotYet),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt as it is downloaded. The signature covers the receipt as `textOf` writes it. */
export const SignedReceipt = z.strictObject({
  receipt: Receipt,
  keyId: z.string(),
  signature: z.string(),
  publicKey: z.string().nullable(),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/** Returns the words that are signed: JSON with its keys in order and no white space (RFC 8785). */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${textOf(each)}`).join(",")}}`;
}

/** Returns the id of a new receipt, which is a part of what is signed. */
export function newReceiptId(): string {
  return `rcp_${randomUUID().replaceAll("-", "")}`;
}

/** Returns the hash by which a receipt is named in the audit log. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Signs a receipt. Returns it as it is kept; `subject` is the id of what it is about. */
export function signedReceipt(signer: Signer, receipt: Receipt, subject: string) {
  const text = textOf(receipt);
  const ends = receipt.notYet.map(({ until }) => until).toSorted();
  const last = ends.at(-1);
  return {
    id: receipt.id,
    kind: receipt.kind,
    subject,
    text,
    ...signer.sign(text),
    openUntil: last === undefined ? null : new Date(last),
    confirmAt: ends[0] === undefined ? null : new Date(ends[0]),
    createdAt: new Date(receipt.madeAt),
  };
}
export type KeptReceipt = ReturnType<typeof signedReceipt>;
