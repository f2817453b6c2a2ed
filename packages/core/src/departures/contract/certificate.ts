import type { ListedStore } from "@besunny/db/privacy/store-rows";
import type { Receipt, ReceiptStore } from "../../receipts/contract/receipt";
import { foldersOfFiles } from "./departure";

const DAY_MS = 86_400_000;
/** The days for which providers of models keep what they were sent, by their terms. */
const DAYS_AT_PROVIDERS = 30;

type Given = {
  id: string;
  workspaceId: string;
  begun: {
    askedAt: Date;
    found: Readonly<Record<string, number>>;
    phrases: readonly string[];
    stores: readonly ListedStore[];
  };
  now: Date;
  backupDays: number | null;
};

/** The stores outside of the tables, with what they hold. */
const outside: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(foldersOfFiles).map(([folder, holds]) => [`files: ${folder}`, holds]),
  ),
  index: "documents in the search index",
  engine: "events, runs and steps of background functions",
  "keys of files": "keys that encrypt the files; copies of these files do not open any more",
};

/** Returns the certificate of a workspace of which nothing was found afterwards but what stays with a reason. */
export function certificateOf({ id, workspaceId, begun, now, backupDays }: Given): Receipt {
  const { askedAt, found, phrases, stores } = begun;
  const listed = new Map(stores.map((each) => [each.table, each]));
  return {
    format: "besunny-receipt/1",
    id,
    kind: "workspace",
    workspaceId,
    subject: {},
    askedAt: askedAt.toISOString(),
    madeAt: now.toISOString(),
    stores: [
      ...Object.entries(found)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([store, count]) => lineOf(store, count, listed.get(store))),
      {
        store: "users",
        holds: listed.get("users")?.holds ?? "accounts",
        found: 0,
        removed: 0,
        kept: [
          { count: 0, because: "Accounts are of people. Each closes theirs in their settings." },
        ],
      },
    ],
    searched: {
      ids: 1,
      phrases: phrases.length,
      stores: stores.length + Object.keys(outside).length,
      found: 0,
    },
    notYet: [
      {
        what: `What providers of models were sent. By their terms they delete it within ${DAYS_AT_PROVIDERS} days.`,
        until: after(now, DAYS_AT_PROVIDERS),
        confirmedBy: "the terms of the provider",
      },
      ...(backupDays === null
        ? []
        : [
            {
              what: `Backups that the operator keeps for ${backupDays} days. Files in them do not open with the key of today; a backup of the database holds texts and the wrapped key.`,
              until: after(now, backupDays),
              confirmedBy: "the operator",
            },
          ]),
    ],
  };
}

function lineOf(store: string, count: number, listed: ListedStore | undefined): ReceiptStore {
  const erase = listed?.workspace.erase ?? "rows";
  const holds = listed?.holds ?? outside[store] ?? store;
  return erase === "rows"
    ? { store, holds, found: count, removed: count, kept: [] }
    : { store, holds, found: count, removed: 0, kept: [{ count, because: erase.keptBecause }] };
}

function after(from: Date, days: number): string {
  return new Date(from.getTime() + days * DAY_MS).toISOString();
}
