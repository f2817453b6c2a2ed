import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Connections } from "./connections";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections"))("title") };
}

export default async function ConnectionsPage() {
  const { role } = await requireSession();
  await getQueryClient().prefetchQuery(trpc.connections.list.queryOptions({}));

  return (
    <Hydrate>
      <Connections mayConnect={role !== null && can(role, "source.manage")} />
    </Hydrate>
  );
}
