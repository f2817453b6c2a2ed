import { z } from "zod";
import { searchKinds } from "../../analytics/contract";
import { platformQuery } from "../../operation/platform";
import { count, instant } from "../../shapes";
import { searchRowFilters } from "./contract";

const DAY_MS = 86_400_000;

/** Lists single searches and questions without their words, the latest first: the rows behind the numbers. */
export const listSearches = platformQuery("platform.list-searches", {
  title: "List searches without their words",
  permission: "platform.read",
  input: z.object({
    days: z.number().int().min(1).max(400).default(30),
    /** One day only, as an ISO date. */
    day: z.iso.date().nullable().default(null),
    workspaceId: z.string().max(60).nullable().default(null),
    only: z.enum(searchRowFilters).default("all"),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        workspaceId: z.string(),
        kind: z.enum(searchKinds),
        results: count,
        tookMs: count,
        isDeclined: z.boolean(),
        openedRank: count.nullable(),
        producer: z.string().nullable(),
        createdAt: instant,
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, clock }, { days, day, workspaceId, only, limit }) {
    const now = clock();
    const since = day ? new Date(`${day}T00:00:00Z`) : new Date(now.getTime() - days * DAY_MS);
    const until = day ? new Date(since.getTime() + DAY_MS) : new Date(now.getTime() + DAY_MS);
    const rows = await db.platform.searchQuality.list({ since, until, workspaceId, only }, limit);
    return {
      items: rows.map(({ declined, kind, ...row }) => ({
        ...row,
        kind: z.enum(searchKinds).parse(kind),
        isDeclined: declined > 0,
      })),
    };
  },
});
