import { z } from "zod";
import { SearchNumbers } from "../../analytics/contract";
import { ratingReasons } from "../../conversations/contract/rating-reasons";
import { platformQuery } from "../../operation/platform";
import { count, instant } from "../../shapes";

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
    ratings: z.object({
      helpful: count,
      unhelpful: count,
      /** The reasons that people gave, the most frequent first. A rating may have several. */
      reasons: z.array(z.object({ reason: z.enum(ratingReasons), count })),
    }),
    countedAt: instant,
  }),
  doors: ["admin"],

  async handle({ db, clock }, { days, workspaceId }) {
    const countedAt = clock();
    const since = new Date(countedAt.getTime() - days * DAY_MS);
    const { searchQuality } = db.platform;
    const [byDay, workspaces, rated] = await Promise.all([
      searchQuality.byDay(since, workspaceId),
      searchQuality.byWorkspace(since),
      searchQuality.ratings(since, workspaceId),
    ]);
    return { days: byDay, workspaces, ratings: ratingsOf(rated), countedAt };
  },
});

function ratingsOf(rated: { isHelpful: boolean; reason: string | null; count: number }[]) {
  const countOf = (isHelpful: boolean, reason: string | null) =>
    rated.find((each) => each.reason === reason && each.isHelpful === isHelpful)?.count ?? 0;
  return {
    helpful: countOf(true, null),
    unhelpful: countOf(false, null),
    reasons: ratingReasons
      .map((reason) => ({ reason, count: countOf(false, reason) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}
