import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { PeopleScreen } from "./people-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sourcePeople"))("title") };
}

export default async function PeoplePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { role } = await requireSession();
  await getQueryClient().prefetchQuery(trpc.sources.get.queryOptions({ id }));

  return (
    <Hydrate>
      <PeopleScreen id={id} isAllowed={role !== null && can(role, "source.manageAll")} />
    </Hydrate>
  );
}
