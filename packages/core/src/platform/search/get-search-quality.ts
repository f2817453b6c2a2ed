import { z } from "zod";
import { SearchNumbers } from "../../analytics/contract";
import { platformQuery } from "../../operation/platform";
import { instant } from "../../shapes";

const DAY_MS = 86_400_000;

/** Returns how well people found what they searched, by day and by workspace. It has no words of anybody. */
export const getSearchQuality = platformQuery("platform.get-search-quality", {
  title: "Show the quality of search",
  permission: "platform.read",
  input: z.object({
    days: z.number().int().min(1).max(400).default(30),
    workspaceId: z.string().max(60).nullable().default(null),
  }),
  output: z.object({
    days: z.array(SearchNumbers.extend({ day: instant })),
    workspaces: z.array(SearchNumbers.extend({ workspaceId: z.string(), name: z.string() })),
    countedAt: instant,
  }),
  doors: ["admin"],

  async handle({ db, clock }, { days, workspaceId }) {
    const countedAt = clock();
    const since = new Date(countedAt.getTime() - days * DAY_MS);
    const { searchQuality } = db.platform;
    const [byDay, workspaces] = await Promise.all([
      searchQuality.byDay(since, workspaceId),
      searchQuality.byWorkspace(since),
    ]);
    return { days: byDay, workspaces, countedAt };
  },
});
