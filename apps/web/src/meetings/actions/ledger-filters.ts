import type { ActionState } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The tabs of the ledger: what I owe, what others owe, all of it, and what nobody has confirmed. */
export const ledgerTabs = ["mine", "others", "all", "drafts"] as const;
export type LedgerTab = (typeof ledgerTabs)[number];

const dues = ["overdue", "week", "none"] as const;

/** The filters of the ledger as they are in the URL. */
export const ledgerParsers = {
  tab: parseAsStringLiteral(ledgerTabs).withDefault("mine"),
  project: parseAsString,
  words: parseAsString,
  due: parseAsStringLiteral(dues),
  show: parseAsStringLiteral(["done", "rejected"] as const),
};

export const loadLedgerFilters = createLoader(ledgerParsers);

export type LedgerFilters = Awaited<ReturnType<typeof loadLedgerFilters>>;

const statesOf: Record<LedgerTab, ActionState[]> = {
  mine: ["open"],
  others: ["open"],
  all: ["open"],
  drafts: ["draft"],
};

/** A page of what the filters let through. `today` is the day where the person is. */
export function asActionsInput(
  { tab, project, words, due, show }: LedgerFilters,
  today: string | null,
) {
  return {
    scope: tab === "drafts" ? ("all" as const) : tab,
    states:
      show === "done"
        ? ["done" as const]
        : show
          ? ["rejected" as const, "merged" as const]
          : statesOf[tab],
    ...(project && { projectId: project }),
    ...(words?.trim() && { words: words.trim().slice(0, 200) }),
    ...(due && { due }),
    ...(today && { today }),
    limit: 50,
  };
}
