import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { EndPage } from "./end-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ending"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  const isAllowed = role !== null && can(role, "workspace.end");
  if (isAllowed) {
    const client = getQueryClient();
    await Promise.all([
      client.prefetchQuery(trpc.exports.list.queryOptions({})),
      client.prefetchQuery(trpc.departures.get.queryOptions({})),
    ]);
  }
  return (
    <Hydrate>
      <EndPage isAllowed={isAllowed} />
    </Hydrate>
  );
}
