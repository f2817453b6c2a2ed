import type { IndexGeneration } from "@besunny/db/platform/index-generations";
import type { PlatformContext } from "../../context";
import { comparisonOf, isWorse, sumOf, takeOver } from "../../search/contract/generations";
import { compareGenerations } from "../../search/renewal/compare-generations";
import { emptyIndex } from "../../search/renewal/empty-index";
import { fillIndex } from "../../search/renewal/fill-index";
import type { Part } from "../contract";
import { counted, type Schedule } from "../schedule";

/** Other processes learn of a switch within seconds; what answered before is removed after this time. */
const REST_MS = 60_000;

/**
 * Fills the index of the embedding model from PostgreSQL, if it is new or was lost, while the one before it answers. Then compares both,
 * switches to the new one unless it is worse, and removes what answers no more. The position names the step and where it is.
 */
export const renewIndex: Schedule = {
  cron: "40 1 * * *",

  async look(ctx) {
    const { db, generations } = ctx;
    const all = await db.platform.indexGenerations.list();
    const serving = all.find(({ state }) => state === "serving");
    const own = all.find(({ id }) => id === generations.wantedId);
    const [documents, held] = await Promise.all([
      db.platform.upkeep.countIndexed(),
      generations.wanted.stats(),
    ]);
    const isSettled = serving === own && own?.filledAt && all.length === 1;
    const isLost = documents > 0 && held.documents === 0;
    if (isSettled && !isLost && held.outdated === 0) return null;
    const states = all.map(({ id, state }) => `${id} ${state}`).join(", ");
    return `${generations.wantedId} of ${states}: ${held.documents} of ${documents}, ${held.outdated} outdated, filled ${own?.filledAt?.toISOString() ?? "never"}`;
  },

  async work(ctx, from) {
    const [step = "prepare", workspaceId = "", after = ""] = from?.split("/") ?? [];
    if (step === "prepare") return prepare(ctx);
    if (step === "empty") return emptyNext(ctx, workspaceId);
    if (step === "fill") return fillNext(ctx, workspaceId, after);
    if (step === "compare") return compareNext(ctx, workspaceId);
    return settle(ctx);
  },

  summary({ embedded, renewed, switched, held, removed }) {
    const words = renewed ? ` and renewed the words of ${counted(renewed, "document")}` : "";
    const filled = `Put ${counted(embedded, "document")} into the index${words}`;
    const then = switched ? ", which answers from now on" : "";
    const waits = held ? ". It finds fewer documents than the one before, so an admin decides" : "";
    const gone = removed ? `. Removed ${counted(removed, "earlier index", "earlier indexes")}` : "";
    return `${filled}${then}${waits}${gone}.`;
  },
};

async function prepare(ctx: PlatformContext): Promise<Part> {
  const { indexGenerations } = ctx.db.platform;
  const { wantedId } = ctx.generations;
  const all = await indexGenerations.list();
  for (const { id, state } of all)
    if (state === "filling" && id !== wantedId)
      await indexGenerations.update(id, { state: "retired", retiredAt: ctx.clock() });

  const serving = all.find(({ state }) => state === "serving");
  const own = all.find(({ id }) => id === wantedId);
  if (!own) await indexGenerations.add(wantedId, serving ? "filling" : "serving");
  return at(own?.state === "retired" ? "empty" : "fill");
}

async function emptyNext(ctx: PlatformContext, before: string): Promise<Part> {
  const held = (await ctx.generations.wanted.listWorkspaceIds()).find((id) => id > before);
  if (held !== undefined) {
    await emptyIndex(ctx.inWorkspace(held), {});
    return at("empty", held);
  }
  await ctx.db.platform.indexGenerations.update(ctx.generations.wantedId, {
    state: "filling",
    filledAt: null,
    retiredAt: null,
    comparison: {},
  });
  return at("fill");
}

async function fillNext(ctx: PlatformContext, current: string, after: string): Promise<Part> {
  const workspaceId = current || (await nextWorkspace(ctx, ""));
  if (!workspaceId) return filled(ctx);
  const { next, checked, embedded, renewed } = await fillIndex(ctx.inWorkspace(workspaceId), {
    after,
  });
  const counts = { checked, embedded, renewed };
  if (next) return { next: `fill/${workspaceId}/${next}`, counts };
  const following = await nextWorkspace(ctx, workspaceId);
  return following ? { next: `fill/${following}/`, counts } : filled(ctx, counts);
}

async function filled(ctx: PlatformContext, counts: Part["counts"] = {}): Promise<Part> {
  await ctx.db.platform.indexGenerations.update(ctx.generations.wantedId, {
    filledAt: ctx.clock(),
  });
  return { next: "compare/", counts };
}

async function compareNext(ctx: PlatformContext, before: string): Promise<Part> {
  const own = await ownOf(ctx);
  const workspaceId = await nextWorkspace(ctx, before);
  if (own?.state !== "filling" || !workspaceId) return at("settle");
  const compared = await compareGenerations(ctx.inWorkspace(workspaceId), {});
  await ctx.db.platform.indexGenerations.update(own.id, {
    comparison: { ...comparisonOf(own), [workspaceId]: compared },
  });
  return { next: `compare/${workspaceId}`, counts: { queries: compared.queries } };
}

async function settle(ctx: PlatformContext): Promise<Part> {
  const own = await ownOf(ctx);
  const counts = { switched: 0, held: 0, removed: 0 };
  if (own?.state === "filling" && isWorse(sumOf(own))) {
    await ctx.db.platform.indexGenerations.update(own.id, { isHeld: true });
    counts.held = 1;
  } else if (own?.state === "filling") {
    await ctx.db.platform.transaction(({ indexGenerations }) =>
      takeOver(indexGenerations, own.id, ctx.clock()),
    );
    ctx.generations.refresh();
    counts.switched = 1;
  }
  counts.removed = await removeRetired(ctx);
  return { next: null, counts };
}

async function removeRetired({ db, generations, clock }: PlatformContext): Promise<number> {
  const before = clock().getTime() - REST_MS;
  let removed = 0;
  for (const { id, state, retiredAt } of await db.platform.indexGenerations.list()) {
    if (state !== "retired" || !retiredAt || retiredAt.getTime() > before) continue;
    await generations.remove(id);
    await db.platform.indexGenerations.remove(id);
    removed += 1;
  }
  return removed;
}

async function ownOf({ db, generations }: PlatformContext): Promise<IndexGeneration | undefined> {
  const all = await db.platform.indexGenerations.list();
  return all.find(({ id }) => id === generations.wantedId);
}

async function nextWorkspace({ db }: PlatformContext, after: string): Promise<string | null> {
  const [id] = await db.platform.upkeep.listWorkspaceIds({ after, limit: 1 });
  return id ?? null;
}

function at(step: string, ...position: string[]): Part {
  return { next: `${[step, ...position].join("/")}`, counts: {} };
}
