import type { Receipt } from "../../receipts/contract/receipt";
import type { Erasure } from "./find-erasure";
import type { ErasurePlan } from "./plan-erasure";

const DAY_MS = 86_400_000;
/** The days for which providers of models keep what they were sent, by their terms. */
const DAYS_AT_PROVIDERS = 30;

type Given = {
  id: string;
  workspaceId: string;
  before: Erasure;
  plan: ErasurePlan;
  stores: readonly { store: string; found: number }[];
  files: number;
  isAccountGone: boolean;
  now: Date;
  backupDays: number | null;
};

/** Returns the receipt of a person who was erased: the person is named by a hash. */
export function receiptOfErasure(given: Given): Receipt {
  const { id, workspaceId, before, plan, stores, files, isAccountGone, now, backupDays } = given;
  const removed = new Map(stores.map(({ store, found }) => [store, found]));
  const { toDelete, toRedact, kept } = plan;
  const names = new Set([...before.rows, ...stores].map(({ store }) => store));
  const documents = [
    {
      store: "documents that name the person",
      holds: "documents, by the choice of the workspace: deleted, redacted or kept",
      found: toDelete.length + toRedact.length + kept.length,
      removed: toDelete.length,
      kept: [
        ...(toRedact.length > 0
          ? [
              {
                count: toRedact.length,
                because: "What was derived is redacted. The original file stays as it is.",
              },
            ]
          : []),
        ...[...Map.groupBy(kept, ({ because }) => because)].map(([because, each]) => ({
          count: each.length,
          because,
        })),
      ],
    },
  ];
  return {
    format: "besunny-receipt/1",
    id,
    kind: "person",
    workspaceId,
    subject: { person: before.subjectHash, ...(before.userId && { member: before.userId }) },
    askedAt: before.askedAt.toISOString(),
    madeAt: now.toISOString(),
    stores: [
      ...documents,
      ...[...names].toSorted().map((store) => ({
        store,
        holds: before.holds.get(store) ?? store,
        found: Math.max(
          before.rows.find((each) => each.store === store)?.found ?? 0,
          removed.get(store) ?? 0,
        ),
        removed: removed.get(store) ?? 0,
        kept: [],
      })),
      {
        store: "files",
        holds: "what was derived of documents",
        found: files,
        removed: files,
        kept: [],
      },
      {
        store: "exports",
        holds: "archives of everything that can still be downloaded",
        found: before.exports.found,
        removed: 0,
        kept:
          before.exports.found > 0
            ? [{ count: before.exports.found, because: "They were made before, and end soon." }]
            : [],
      },
      ...(before.userId
        ? [
            {
              store: "users",
              holds: before.holds.get("users") ?? "accounts",
              found: 1,
              removed: isAccountGone ? 1 : 0,
              kept: isAccountGone
                ? []
                : [{ count: 1, because: "The account belongs to another workspace too." }],
            },
          ]
        : []),
    ],
    searched: { ids: 0, phrases: before.words, stores: before.holds.size, found: 0 },
    notYet: [
      ...(before.exports.until
        ? [
            {
              what: "Archives of everything that were made before.",
              until: before.exports.until.toISOString(),
              confirmedBy: "the schedule that removes them",
            },
          ]
        : []),
      {
        what: `What providers of models were sent. By their terms they delete it within ${DAYS_AT_PROVIDERS} days.`,
        until: after(now, DAYS_AT_PROVIDERS),
        confirmedBy: "the terms of the provider",
      },
      ...(backupDays === null
        ? []
        : [
            {
              what: `Backups that the operator keeps for ${backupDays} days.`,
              until: after(now, backupDays),
              confirmedBy: "the operator",
            },
          ]),
    ],
  };
}

function after(from: Date, days: number): string {
  return new Date(from.getTime() + days * DAY_MS).toISOString();
}
