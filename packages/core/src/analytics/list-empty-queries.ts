import { z } from "zod";
import { query } from "../operation/query";
import { count, instant } from "../shapes";

const DAY_MS = 86_400_000;

/** Returns what people of the workspace searched and did not find, or asked and got no answer, the most frequent first. */
export const listEmptyQueries = query("analytics.list-empty-queries", {
  title: "List searches without a result",
  permission: "search.review",
  input: z.object({ days: z.number().int().min(1).max(400).default(30) }),
  output: z.object({
    items: z.array(z.object({ words: z.string(), times: count, latest: instant })),
  }),
  doors: ["web"],

  async handle({ searchLog, clock }, { days }) {
    const since = new Date(clock().getTime() - days * DAY_MS);
    return { items: await searchLog.listEmpty(since, 100) };
  },
});
