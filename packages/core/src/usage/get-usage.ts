import { z } from "zod";

import { query } from "../operation/query";
import { instant } from "../shapes";
import { isLevel, meterOf, meters } from "./contract/meters";
import { dayOf, monthOf } from "./contract/month";
import { HISTORY_DAYS, outlookOf } from "./contract/outlook";
import { standings } from "./contract/standings";
import { MeterState, QuotaRequest, requestStates } from "./contract/usage";

const DAY_MS = 86_400_000;
const REQUESTS = 20;

/** Returns the plan of the workspace, the state and the forecast of each meter, and the requests for more. */
export const getUsage = query("usage.get-usage", {
  title: "Show plan and usage",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({
    plan: z.string(),
    standing: z.enum(standings),
    since: instant.nullable(),
    startsAt: instant,
    endsAt: instant,
    meters: z.array(MeterState),
    requests: z.array(QuotaRequest),
  }),
  doors: ["web", "rest"],

  async handle({ usage, billing, clock }) {
    const now = clock();
    const month = monthOf(now);
    const today = new Date(`${dayOf(now)}T00:00:00Z`);
    const from = new Date(today.getTime() - HISTORY_DAYS * DAY_MS);
    const [rows, days, older] = [
      await usage.stand(meters, now),
      await usage.days({ from, to: today }),
      await usage.before(from),
    ];
    const [plan, account] = [await billing.plan(), await billing.account()];
    const requests = await usage.listRequests(REQUESTS);
    return {
      plan: plan?.name ?? "",
      standing: z.enum(standings).parse(account?.state ?? "active"),
      since: account?.since ?? null,
      ...month,
      meters: rows.map((row) => {
        const meter = meterOf(row.meter);
        const history = historyOf(meter, { days, older, from });
        return {
          ...row,
          meter,
          isLevel: isLevel(meter),
          outlook: outlookOf({
            days: history,
            used: row.used,
            hard: row.hard,
            now,
            endsAt: isLevel(meter) ? null : month.endsAt,
          }),
        };
      }),
      requests: requests.map((row) => ({
        ...row,
        meter: meterOf(row.meter),
        state: z.enum(requestStates).parse(row.state),
      })),
    };
  },
});

type Sums = {
  days: readonly { meter: string; day: string; quantity: number }[];
  older: readonly { meter: string; quantity: number }[];
  from: Date;
};

/** Returns the whole days since the meter was first used, 28 at most, with what was used on each. */
function historyOf(meter: string, { days, older, from }: Sums): number[] {
  const own = new Map(
    days.filter((each) => each.meter === meter).map(({ day, quantity }) => [day, quantity]),
  );
  const every = Array.from({ length: HISTORY_DAYS }, (_, at) =>
    dayOf(new Date(from.getTime() + at * DAY_MS)),
  );
  const isOld = older.some((each) => each.meter === meter);
  const first = isOld ? 0 : every.findIndex((day) => own.has(day));
  return first < 0 ? [] : every.slice(first).map((day) => own.get(day) ?? 0);
}
