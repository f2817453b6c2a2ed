import { z } from "zod";
import { viewerOf } from "../../connections/contract/viewer-of";
import { query } from "../../operation/query";
import { RetentionRule, toldUntil } from "../contract/retention";
import { retentionStarts, retentionUnits } from "../contract/retention-words";

/** Lists the rules of retention with what each decides now. The rule with the most conditions decides on a document. */
export const listRules = query("privacy.list-rules", {
  title: "List rules of retention",
  permission: "privacy.manage",
  input: z.object({}),
  output: z.object({ items: z.array(RetentionRule) }),
  doors: ["web"],

  async handle({ retentionRules, retained, projects, sources, actor, clock }) {
    const rules = await retentionRules.list();
    if (rules.length === 0) return { items: [] };
    const now = clock();
    const counts = await retained.countByRule(rules, { now, by: toldUntil(now) });
    const items = [];
    for (const rule of rules) {
      const { projectId, sourceId } = rule;
      const mine = counts.find(({ ruleId }) => ruleId === rule.id);
      items.push({
        ...rule,
        unit: z.enum(retentionUnits).parse(rule.unit),
        countsFrom: z.enum(retentionStarts).parse(rule.countsFrom),
        projectName: projectId ? ((await projects.find(projectId))?.name ?? projectId) : null,
        sourceName: sourceId
          ? ((await sources.find(sourceId, viewerOf(actor)))?.name ?? sourceId)
          : null,
        decided: mine?.decided ?? 0,
        held: mine?.held ?? 0,
        due: mine?.due ?? 0,
        nextAt: mine?.nextAt ?? null,
      });
    }
    return { items };
  },
});
