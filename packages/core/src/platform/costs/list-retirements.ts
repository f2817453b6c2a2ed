import { z } from "zod";
import { Retirement } from "../../costs/contract/money";
import { holding } from "../../costs/contract/retirements";
import { platformQuery } from "../../operation/platform";

const DAY_MS = 86_400_000;
const DAYS = 30;

/** Lists the days on which models end, the next first. Of one model it shows what goes before: an admin's word, then the provider's. */
export const listRetirements = platformQuery("platform.list-retirements", {
  title: "List when models end",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({ items: z.array(Retirement) }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const { modelRetirements, spending } = db.platform;
    const now = clock();
    const called = await spending.calledModels(new Date(now.getTime() - DAYS * DAY_MS));
    return { items: holding(await modelRetirements.list(), called, now) };
  },
});
