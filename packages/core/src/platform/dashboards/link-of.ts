import type { DashboardRepository, StoredLinked } from "@besunny/db/dashboards/dashboards";

import { notFound } from "../../errors";
import { tokenHash } from "../../token-hash";

type Tools = {
  dashboards: Pick<DashboardRepository, "findLinked">;
  people: {
    find(id: string): Promise<{ isPlatformAdmin: boolean; suspendedAt: Date | null } | null>;
  };
};

/** Finds a link that has not ended, and whose maker is still a platform admin. Throws `NOT_FOUND`. */
export async function linkOf(
  { dashboards, people }: Tools,
  { token, now }: { token: string; now: Date },
): Promise<StoredLinked> {
  const link = await dashboards.findLinked(tokenHash(token), now);
  const maker = link?.createdById ? await people.find(link.createdById) : null;
  if (!link || !maker?.isPlatformAdmin || maker.suspendedAt)
    return notFound("Link", "of this address");
  return link;
}
