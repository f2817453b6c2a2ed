import { z } from "zod";

import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";

/** Says on which day a model ends. An admin's word goes before what the provider and the shipped file say. */
export const putRetirement = platformCommand("platform.put-retirement", {
  title: "Say when a model ends",
  permission: "system.manage",
  input: z.object({
    server: z.url().max(300),
    model: z.string().trim().min(1).max(200),
    endsOn: z.iso.date(),
    replacement: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  output: nothing,
  doors: ["admin"],

  async handle({ modelRetirements, clock, changed }, input) {
    const known = (await modelRetirements.list()).find(
      ({ server, model, saidBy }) =>
        server === input.server && model === input.model && saidBy === "admin",
    );
    const row = { ...input, saidBy: "admin" as const, source: "an admin" };
    await modelRetirements.put(row, clock());
    changed({
      subject: `model:${input.model}`,
      before: { endsOn: known?.endsOn ?? null },
      after: { endsOn: input.endsOn },
    });
  },
});
