import {
  connectionStates,
  itemStates,
  providers,
  sourceKinds,
  sourceStates,
} from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { connectionKinds } from "../../connections/contract/connection-words";
import { oneOf } from "../../one-of";
import { platformQuery } from "../../operation/platform";
import { count, idIn, instant } from "../../shapes";

const HOURS = 24;
const HOUR_MS = 3_600_000;

const CountedSource = z.object({
  id: idIn("src"),
  kind: z.enum(sourceKinds),
  state: z.enum(sourceStates),
  stateReason: z.string().nullable(),
  failures: count,
  lastLookedAt: instant.nullable(),
  dueAt: instant,
  /** The provider's own count, by other requests. */
  counted: count.nullable(),
  total: count,
  ready: count,
  failed: count,
  pushExpiresAt: instant.nullable(),
  pushFailures: count,
  requests: count,
  throttledMs: count,
});

/** Lists the connections and sources of all workspaces with their states and counts. Accounts, folders and files are not named. */
export const listConnectors = platformQuery("platform.list-connectors", {
  title: "List connections and sources without names",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    asOf: instant,
    /** The hours for which requests and waiting are counted. */
    hours: count,
    connections: z.array(
      z.object({
        id: idIn("con"),
        workspaceId: idIn("ws"),
        workspaceName: z.string(),
        provider: z.enum(providers),
        kind: z.enum(connectionKinds),
        isPractice: z.boolean(),
        state: z.enum(connectionStates),
        stateReason: z.string().nullable(),
        blockedUntil: instant.nullable(),
        lastOkAt: instant.nullable(),
        createdAt: instant,
        sources: z.array(CountedSource),
      }),
    ),
    /** Why items are not here, over all sources. */
    reasons: z.array(
      z.object({ state: z.enum(itemStates), reason: z.string(), items: count, sources: count }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const now = clock();
    const { connectors } = db.platform;
    const [connections, sources, items] = await Promise.all([
      connectors.connections(),
      connectors.sources(new Date(now.getTime() - HOURS * HOUR_MS)),
      connectors.items(),
    ]);
    const counts = bySource(items);
    const shown = sources.map(({ kind, state, pushFailures, phase: _phase, ...source }) => ({
      ...source,
      ...(counts.get(source.id) ?? { total: 0, ready: 0, failed: 0 }),
      kind: oneOf(sourceKinds, kind),
      state: oneOf(sourceStates, state),
      pushFailures: pushFailures ?? 0,
      requests: Number(source.requests),
      throttledMs: Number(source.throttledMs),
    }));
    return {
      asOf: now,
      hours: HOURS,
      connections: connections.map((each) => ({
        ...each,
        provider: oneOf(providers, each.provider),
        kind: oneOf(connectionKinds, each.kind),
        state: oneOf(connectionStates, each.state),
        sources: shown.filter(({ connectionId }) => connectionId === each.id),
      })),
      reasons: reasonsOf(items),
    };
  },
});

type ItemRow = { sourceId: string; state: string; reason: string | null; items: number };

/** Items that are gone from their source count in none of the sums. */
function bySource(rows: readonly ItemRow[]) {
  const sums = new Map<string, { total: number; ready: number; failed: number }>();
  for (const { sourceId, state, items } of rows) {
    if (state === "gone") continue;
    const sum = sums.get(sourceId) ?? { total: 0, ready: 0, failed: 0 };
    sum.total += items;
    if (state === "ready") sum.ready += items;
    if (state === "failed") sum.failed += items;
    sums.set(sourceId, sum);
  }
  return sums;
}

function reasonsOf(rows: readonly ItemRow[]) {
  const sums = new Map<string, { state: string; reason: string; items: number; sources: number }>();
  for (const { state, reason, items } of rows) {
    if (reason === null) continue;
    const key = `${state}/${reason}`;
    const sum = sums.get(key) ?? { state, reason, items: 0, sources: 0 };
    sums.set(key, { ...sum, items: sum.items + items, sources: sum.sources + 1 });
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, state: oneOf(itemStates, sum.state) }))
    .sort((one, other) => other.items - one.items);
}
