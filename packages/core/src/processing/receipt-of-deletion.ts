import type { Receipt, ReceiptStore } from "../receipts/contract/receipt";
import type { KeptBefore } from "./kept-before";

const DAY_MS = 86_400_000;
/** The days for which providers of models keep what they were sent, by their terms. */
const DAYS_AT_PROVIDERS = 30;

/** The stores outside of the tables, with what they hold. */
const outside: Readonly<Record<string, string>> = {
  files: "originals, earlier versions and what was derived from them",
  index: "passages in the search index",
  engine: "events, runs and steps of background functions",
};

type Given = {
  id: string;
  workspaceId: string;
  before: KeptBefore;
  searched: readonly { table: string; holds: string }[];
  now: Date;
  backupDays: number | null;
};

/** Returns the receipt of a deleted document of which nothing was found afterwards. */
export function receiptOfDeletion({
  id,
  workspaceId,
  before,
  searched,
  now,
  backupDays,
}: Given): Receipt {
  const holds = new Map(searched.map((each) => [each.table, each.holds]));
  const { documentId, contentHash, found, sentTo, phrases, ruleId, createdAt } = before;
  return {
    format: "besunny-receipt/1",
    id,
    kind: "document",
    workspaceId,
    subject: {
      documentId,
      ...(contentHash && { sha256: contentHash }),
      ...(ruleId && { retentionRule: ruleId }),
    },
    askedAt: createdAt.toISOString(),
    madeAt: now.toISOString(),
    stores: Object.entries(found)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([store, count]): ReceiptStore => ({
          store,
          holds: holds.get(store) ?? outside[store] ?? store,
          found: count,
          removed: count,
          kept: [],
        }),
      ),
    searched: {
      ids: 1,
      phrases,
      stores: searched.length + Object.keys(outside).length,
      found: 0,
    },
    notYet: [
      ...sentTo.map(({ provider, lastAt }) => ({
        what: `What ${provider} was sent. By its terms it deletes that within ${DAYS_AT_PROVIDERS} days.`,
        until: daysAfter(new Date(lastAt), DAYS_AT_PROVIDERS),
        confirmedBy: "the terms of the provider",
      })),
      ...(backupDays === null
        ? []
        : [
            {
              what: `Backups that the operator keeps for ${backupDays} days.`,
              until: daysAfter(now, backupDays),
              confirmedBy: "the operator",
            },
          ]),
    ].filter(({ until }) => until > now.toISOString()),
  };
}

function daysAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * DAY_MS).toISOString();
}
