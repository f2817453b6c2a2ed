import type { PlatformContext } from "../../context";
import { holding, isOf, warningOf } from "../../costs/contract/retirements";
import { tellRetirement } from "../../costs/tell-retirement";
import { counted, daysBefore, type Schedule } from "../schedule";

/** Calls are kept for a little more than two years, so that a year can be compared with the one before. */
const DAYS_CALLS_ARE_KEPT = 800;
const DAYS_IN_USE = 30;
const MOST_DELETED = 5_000;

/** Ends calls to models that were lost, deletes old ones, and warns of models that end in 60, 30 or 7 days. */
export const watchModels: Schedule = {
  cron: "40 * * * *",

  async look(ctx) {
    const now = ctx.clock();
    const ending = await endingSoon(ctx);
    const lost = await ctx.db.platform.modelCalls.countLost(now);
    const old = await ctx.db.platform.modelCalls.countBefore(daysBefore(now, DAYS_CALLS_ARE_KEPT));
    return `${ending.map(({ model, warning }) => `${model} ${warning}`).join(", ")}; ${lost} lost, ${old} old`;
  },

  async work(ctx) {
    const now = ctx.clock();
    const { modelCalls } = ctx.db.platform;
    const deleted = await modelCalls.deleteBefore(
      daysBefore(now, DAYS_CALLS_ARE_KEPT),
      MOST_DELETED,
    );
    if (deleted === MOST_DELETED) return { next: "calls", counts: { calls: deleted } };
    const lost = await modelCalls.endLost(now);
    return { next: null, counts: { calls: deleted, lost, warned: await warn(ctx) } };
  },

  summary: ({ calls, lost, warned }) =>
    calls || lost || warned
      ? `Deleted ${counted(calls, "old call")}, ended ${counted(lost, "lost call")}, warned ${counted(warned, "workspace")} of models that end.`
      : "There was nothing to do.",
};

type Ending = { server: string; model: string; endsOn: string; warning: number };

/** The models in use that end soon, with the warning that is due. */
async function endingSoon({ db, clock }: PlatformContext): Promise<Ending[]> {
  const now = clock();
  const { modelRetirements, spending } = db.platform;
  const called = await spending.calledModels(daysBefore(now, DAYS_IN_USE));
  const ends = holding(await modelRetirements.list(), called, now);
  return called.flatMap(({ server, model }) => {
    const end = ends.find((each) => each.server === server && isOf(model, each.model));
    const warning = end ? warningOf(end.daysLeft) : null;
    return end && warning !== null ? [{ server, model, endsOn: end.endsOn, warning }] : [];
  });
}

/** Warns the workspaces that use them. Returns how many were warned. */
async function warn(ctx: PlatformContext): Promise<number> {
  const since = daysBefore(ctx.clock(), DAYS_IN_USE);
  const warned = new Set<string>();
  for (const { server, model, endsOn, warning } of await endingSoon(ctx))
    for (const { workspaceId } of await ctx.db.platform.spending.callersOf(server, model, since)) {
      await tellRetirement(ctx.inWorkspace(workspaceId), { model, endsOn, warning });
      warned.add(workspaceId);
    }
  return warned.size;
}
