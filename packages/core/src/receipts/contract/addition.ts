import { z } from "zod";
import { type NotYet, Receipt, SignedReceipt } from "./receipt";

const DAY_MS = 86_400_000;

/** Something that a receipt named as not gone yet, and that is gone now. */
const Confirmed = z.strictObject({
  what: z.string(),
  until: z.string(),
  confirmedBy: z.string(),
});

/**
 * The statement of an addition to a receipt. It names the receipt by its id and the hash of its words. `postponed` lists what the operator keeps for
 * longer than the receipt said, with the new day.
 */
export const ReceiptAddition = z.strictObject({
  format: z.literal("besunny-receipt-addition/1"),
  receiptId: z.string(),
  receiptSha256: z.string(),
  workspaceId: z.string(),
  madeAt: z.string(),
  confirmed: z.array(Confirmed),
  postponed: z.array(Confirmed),
});
export type ReceiptAddition = z.infer<typeof ReceiptAddition>;

/** An addition with its signature, which covers it as `textOf` writes it. */
export const SignedAddition = z.strictObject({
  addition: ReceiptAddition,
  keyId: z.string(),
  signature: z.string(),
});
export type SignedAddition = z.infer<typeof SignedAddition>;

/** A receipt as it is downloaded, with what was added to it. Receipts that were kept before there were additions have none. */
export const ReceiptWithAdditions = SignedReceipt.extend({
  additions: z.array(SignedAddition).optional(),
});
export type ReceiptWithAdditions = z.infer<typeof ReceiptWithAdditions>;

type Open = z.infer<typeof NotYet>;

/**
 * Decides on what a receipt named as not gone yet. Its day has come for `confirmed`. The backups of an operator who keeps them for longer now are `postponed` by as
 * many days. `open` is everything that stays open, with its day.
 */
export function settled(
  text: string,
  before: readonly ReceiptAddition[],
  { now, backupDays }: { now: Date; backupDays: number | null },
): { confirmed: Open[]; postponed: Open[]; open: Open[] } {
  const receipt = Receipt.parse(JSON.parse(text));
  const gone = new Set(before.flatMap(({ confirmed }) => confirmed.map(({ what }) => what)));
  const days = new Map(
    before.flatMap(({ postponed }) => postponed.map(({ what, until }) => [what, until] as const)),
  );
  const left = receipt.notYet
    .filter(({ what }) => !gone.has(what))
    .map((each) => ({ ...each, until: days.get(each.what) ?? each.until }));
  const confirmed: Open[] = [];
  const postponed: Open[] = [];
  for (const each of left.filter(({ until }) => new Date(until) <= now)) {
    const kept = each.confirmedBy === "the operator" && backupDays !== null ? backupDays : 0;
    const until = new Date(new Date(receipt.madeAt).getTime() + kept * DAY_MS);
    if (until > now) postponed.push({ ...each, until: until.toISOString() });
    else confirmed.push(each);
  }
  const isConfirmed = new Set(confirmed.map(({ what }) => what));
  const moved = new Map(postponed.map((each) => [each.what, each]));
  const open = left
    .filter(({ what }) => !isConfirmed.has(what))
    .map((each) => moved.get(each.what) ?? each);
  return { confirmed, postponed, open };
}

/** Returns the first and the last day of what is open, or null for both. */
export function daysOfOpen(open: readonly Open[]): {
  confirmAt: Date | null;
  openUntil: Date | null;
} {
  const days = open.map(({ until }) => until).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    confirmAt: first === undefined ? null : new Date(first),
    openUntil: last === undefined ? null : new Date(last),
  };
}
