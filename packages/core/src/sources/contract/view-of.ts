import {
  itemStates,
  providers,
  sourceKinds,
  sourceStates,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
import type { ItemCount, ShownItem } from "@besunny/db/sources/source-items";
import type { StoredLook } from "@besunny/db/sources/source-looks";
import type { StoredSource } from "@besunny/db/sources/sources";
import { z } from "zod";

import { connectionKinds } from "../../connections/contract/connection-words";
import { oneOf } from "../../one-of";
import {
  type LookView,
  Question,
  type SourceCounts,
  type SourceItemView,
  SourceRules,
  type SourceView,
} from "./source";
import { lookKinds, lookOutcomes, sourcePhases } from "./source-report-words";

/** Returns a source with its counts, as this person sees it. */
export function sourceViewOf(
  stored: StoredSource,
  { userId, counts }: { userId: string | null; counts: readonly ItemCount[] },
): SourceView {
  const { connection, watch, kind, state, phase, question, visibility, rules } = stored;
  return {
    ...stored,
    provider: oneOf(providers, connection.provider),
    connectionKind: oneOf(connectionKinds, connection.kind),
    isPractice: connection.isPractice,
    address: connection.accountAddress,
    owner: { id: connection.ownerId, name: connection.owner.name },
    isMine: connection.ownerId === userId,
    blockedUntil: connection.blockedUntil,
    kind: oneOf(sourceKinds, kind),
    state: oneOf(sourceStates, state),
    phase: oneOf(sourcePhases, phase),
    visibility: oneOf(sourceVisibilities, visibility),
    rules: SourceRules.parse(rules),
    question: question === null ? null : StoredQuestion.parse(question),
    counts: countsOf(counts.filter(({ sourceId }) => sourceId === stored.id)),
    push: watch,
  };
}

const StoredQuestion = Question.extend({ askedAt: z.coerce.date() });

/** Returns the sums of a report. What is gone from the source is in none of them. */
export function countsOf(counts: readonly ItemCount[]): SourceCounts {
  const there = counts.filter(({ state }) => state !== "gone");
  const of = (...states: string[]) =>
    there.filter(({ state }) => states.includes(state)).reduce((sum, { items }) => sum + items, 0);
  return {
    total: there.reduce((sum, { items }) => sum + items, 0),
    ready: of("ready"),
    processing: of("processing"),
    waiting: of("waiting", "fetching"),
    skipped: of("skipped"),
    failed: of("failed"),
    leftOut: of("left-out"),
    bytes: there.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

const MailFacts = z
  .object({ from: z.string().nullish(), labels: z.array(z.string()).nullish() })
  .catch({});

/** Returns an item. Who is not the owner of the account sees no name, no address and no link. */
export function itemViewOf(item: ShownItem, { seesNames }: { seesNames: boolean }): SourceItemView {
  const { externalId, size, name, webUrl, parentName, facts, state, trouble, ...rest } = item;
  const { from, labels } = MailFacts.parse(facts ?? {});
  return {
    ...rest,
    id: externalId,
    size: size === null ? null : Number(size),
    state: oneOf(itemStates, state),
    name: seesNames ? name : null,
    webUrl: seesNames ? webUrl : null,
    folder: seesNames ? parentName : null,
    from: seesNames ? (from ?? null) : null,
    labels: seesNames ? (labels ?? []) : [],
    trouble: seesNames ? trouble : null,
  };
}

/** Returns a look as people see it. */
export function lookViewOf(stored: StoredLook): z.input<typeof LookView> {
  const { kind, outcome } = stored;
  return {
    ...stored,
    kind: oneOf(lookKinds, kind),
    outcome: outcome === null ? null : oneOf(lookOutcomes, outcome),
  };
}
