import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { invalidInput } from "../../errors";
import { platformCommand } from "../../operation/platform";

/** A hundred thousand dollars a million tokens. */
const MOST = 100_000_000_000;
const price = z.number().int().min(0).max(MOST);
const factor = z.number().positive().max(100);

/** Adds the price of a model from a day on, today at the earliest. Past prices stay as they were. Throws `INVALID_INPUT`. */
export const addPrice = platformCommand("platform.add-price", {
  title: "Add a price of a model",
  permission: "system.manage",
  input: z.object({
    server: z.url().max(300),
    model: z.string().trim().min(1).max(200),
    from: z.iso.date(),
    until: z.iso.date().nullable().default(null),
    inputMicro: price,
    cachedInputMicro: price.nullable().default(null),
    cacheWriteMicro: price.nullable().default(null),
    outputMicro: price,
    audioMinuteMicro: price.nullable().default(null),
    batchFactor: factor.nullable().default(null),
    tiers: z.object({ flex: factor.optional(), priority: factor.optional() }).default({}),
    longContext: z
      .object({ above: z.number().int().positive(), input: factor, output: factor })
      .nullable()
      .default(null),
    source: z.string().trim().min(1).max(500),
  }),
  output: z.object({ id: z.string() }),
  doors: ["admin"],
  audit: { subjects: ({ id }) => [id] },

  async handle({ modelPrices, actor, clock, changed }, { tiers, ...input }) {
    const today = clock().toISOString().slice(0, 10);
    if (input.from < today) invalidInput("A price holds from today on at the earliest");
    if (input.until !== null && input.until <= input.from)
      invalidInput("A price ends after it begins");
    const row = {
      ...input,
      tiers: Object.fromEntries(
        Object.entries(tiers).flatMap(([name, times]) =>
          times === undefined ? [] : [[name, times]],
        ),
      ),
      currency: "USD",
      readOn: today,
      createdById: actorIdOf(actor),
    };
    const [id = ""] = await modelPrices.add([row]);
    changed({
      subject: id,
      before: {},
      after: { model: row.model, inputMicro: row.inputMicro, outputMicro: row.outputMicro },
    });
    return { id };
  },
});
