import { z } from "zod";

import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { compareSoon } from "./contract/look-soon";
import { mustManageSource } from "./contract/must-manage";
import { SourceRules } from "./contract/source";
import { lookIntervals } from "./contract/source-report-words";

/** Changes the name, the rules or the interval of a source. Other rules lead to a comparison, so that the report tells their outcome. */
export const changeSource = command("sources.change-source", {
  title: "Change a source",
  permission: "source.manage",
  input: z.object({
    id: sourceId,
    version: z.number().int(),
    name: z.string().trim().min(1).max(300).optional(),
    rules: SourceRules.optional(),
    everySeconds: z.literal(lookIntervals).optional(),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, version, name, rules, everySeconds }) {
    const { sources, changed } = tools;
    const found = await mustManageSource(tools, id);
    const isKept = await sources.changeAt(
      { id, version },
      {
        ...(name !== undefined && { name }),
        ...(rules && { rules: { ...rules, since: rules.since?.toISOString() ?? null } }),
        ...(everySeconds !== undefined && { everySeconds }),
      },
    );
    if (!isKept) conflict("Somebody else has changed this source", "Look at it again.");
    changed({
      subject: id,
      before: { name: found.name, rules: found.rules, everySeconds: found.everySeconds },
      after: {
        name: name ?? found.name,
        rules: rules ?? found.rules,
        everySeconds: everySeconds ?? found.everySeconds,
      },
    });
    const goesOn = found.state === "live" || found.state === "listing";
    if (rules && goesOn) await compareSoon(tools, found);
  },
});
