import { z } from "zod";

import { rangePresets } from "../../dashboards/contract/dashboard-words";
import { nobody, shown } from "../../dashboards/contract/shown";
import { tileQueries } from "../../dashboards/contract/tile-queries";
import { presetRange } from "../../dashboards/contract/time-range";
import { outcomesOf } from "../../metrics/contract/answering/answer";
import { namesAcross } from "../../metrics/contract/answering/names";
import { definitionOf, metricsFor } from "../../metrics/contract/catalogue/catalogue";
import { MetricDefinition, MetricOutcome } from "../../metrics/contract/query";
import { platformQuery } from "../../operation/platform";
import { secret } from "../../operation/secret";
import { instant } from "../../shapes";
import { linkOf } from "./link-of";

/** Answers the questions of a linked dashboard, and no others. The range is one of the presets. Throws `NOT_FOUND` if the link has ended. */
export const readLinkedFigures = platformQuery("platform.read-linked-figures", {
  title: "Read the figures of a linked dashboard",
  permission: "dashboard.open",
  input: z.object({ token: secret(z.string().max(100)), range: z.enum(rangePresets).nullable() }),
  output: z.object({
    from: instant,
    to: instant,
    timeZone: z.string(),
    definitions: z.array(MetricDefinition),
    /** By tile, then by its metrics. */
    tiles: z.array(z.object({ id: z.string(), outcomes: z.array(MetricOutcome) })),
  }),
  doors: [],

  async handle({ db, clock }, { token, range }) {
    const now = clock();
    const { dashboard } = await linkOf(db.platform, { token, now });
    const { content } = shown(dashboard, nobody);
    const timeZone = content.timeZone ?? "UTC";
    const { from, to } = presetRange(range ?? content.range, timeZone, now);
    const around = { from, to, timeZone, compare: content.compare, filters: content.filters };
    const asked = new Set(content.tiles.flatMap(({ question }) => question.metrics));
    const tiles = await db.platform.atOneMoment(async ({ figures, names }) => {
      const answering = {
        figures,
        asker: "platform",
        names: namesAcross(names.of),
        asOf: now,
      } as const;
      const answered: { id: string; outcomes: MetricOutcome[] }[] = [];
      for (const { id, question } of content.tiles)
        answered.push({ id, outcomes: await outcomesOf(tileQueries(question, around), answering) });
      return answered;
    });
    const definitions = metricsFor("platform")
      .map(definitionOf)
      .filter(({ name }) => asked.has(name));
    return { from, to, timeZone, definitions, tiles };
  },
});
