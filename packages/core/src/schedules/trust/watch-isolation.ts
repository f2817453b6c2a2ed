import type { PlatformContext } from "../../context";
import type { IsolationState, LookedStore } from "../../platform/isolation/contract";
import { canaries } from "../../processing/isolation/contract";
import { plantCanary } from "../../processing/isolation/plant-canary";
import { counted, type Schedule } from "../schedule";
import { lookFrom } from "./look-from";

/** Looks for the marked document of each canary workspace from the other one, in every store, and warns if it is found. */
export const watchIsolation: Schedule = {
  cron: "30 3 * * *",

  look: async ({ clock }) => `day ${clock().toISOString().slice(0, 10)}`,

  async work(ctx) {
    const startedAt = ctx.clock();
    for (const { id, name, documentId } of canaries) {
      await ctx.db.platform.isolationChecks.ensureWorkspace(id, name);
      await plantCanary(ctx.inWorkspace(id), { documentId });
    }
    const stores = await lookEverywhere(ctx);
    const state = stateOf(stores);
    await ctx.db.platform.isolationChecks.record({
      startedAt,
      finishedAt: ctx.clock(),
      state,
      stores,
    });
    if (state !== "tight") await warn(ctx, state, stores);
    const leaks = stores.filter(({ others }) => others > 0).length;
    const blind = stores.filter(({ own }) => own === 0).length;
    return { next: null, counts: { stores: stores.length, leaks, blind } };
  },

  summary({ stores, leaks, blind }) {
    const all = `Looked into ${counted(stores, "store")}: `;
    if (leaks) return `${all}${counted(leaks, "store")} showed a document of another workspace.`;
    if (blind)
      return `${all}${counted(blind, "store")} did not show a document to its own workspace.`;
    return `${all}none showed a document of another workspace.`;
  },
};

async function lookEverywhere(ctx: PlatformContext): Promise<LookedStore[]> {
  const [one, two] = canaries;
  const looks = await Promise.all([lookFrom(ctx, one, two), lookFrom(ctx, two, one)]);
  const [first = [], second = []] = looks;
  return first.map((store, n) => {
    const other = second[n] ?? store;
    return {
      store: store.store,
      // Each side must see its own.
      own: Math.min(store.own, other.own),
      others: store.others + other.others,
      where: store.where ?? other.where,
    };
  });
}

function stateOf(stores: readonly LookedStore[]): IsolationState {
  if (stores.some(({ others }) => others > 0)) return "leaking";
  return stores.some(({ own }) => own === 0) ? "blind" : "tight";
}

/** Tells the log, and every platform admin by mail where mail is set up. */
async function warn(
  { log, mail, db }: PlatformContext,
  state: IsolationState,
  stores: readonly LookedStore[],
): Promise<void> {
  const wrong = stores.filter(({ own, others }) => others > 0 || own === 0);
  const names = wrong.map(({ store, where }) => (where ? `${store} (${where})` : store)).join(", ");
  log.error({ state, stores: wrong }, "the isolation of workspaces did not hold");
  const text =
    state === "leaking"
      ? `A marked document of one workspace was found from another one: ${names}. Suspend what shares it, and look at System, Isolation in the admin app.`
      : `The check of the isolation proves nothing: a marked document was not found by its own workspace: ${names}. Look at System, Isolation in the admin app.`;
  for (const to of await db.platform.isolationChecks.listAdmins())
    await mail
      .send({ to, subject: "BeSunny: the isolation of workspaces", text })
      .catch((error: unknown) => log.warn({ error }, "a warning could not be mailed"));
}
