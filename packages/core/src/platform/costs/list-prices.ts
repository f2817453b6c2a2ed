import { z } from "zod";
import { ModelPrice } from "../../costs/contract/money";
import { platformQuery } from "../../operation/platform";
import { count, instant } from "../../shapes";

const DAY_MS = 86_400_000;
const DAYS = 30;

/** Lists all prices, the newest rows first, and the models that were called in the last 30 days. */
export const listPrices = platformQuery("platform.list-prices", {
  title: "List prices of models",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(ModelPrice),
    called: z.array(
      z.object({ server: z.string(), model: z.string(), calls: count, lastAt: instant.nullable() }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const { modelPrices, spending } = db.platform;
    const rows = await modelPrices.list();
    return {
      items: rows.toReversed().map(({ createdById, ...row }) => ({
        ...row,
        isShipped: createdById === null,
      })),
      called: await spending.calledModels(new Date(clock().getTime() - DAYS * DAY_MS)),
    };
  },
});
