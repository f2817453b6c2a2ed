import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString } from "nuqs/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Cards } from "./cards";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const load = createLoader({ type: parseAsString.withDefault("invoice") });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cards"))("title") };
}

export default async function CardsPage({ searchParams }: Props) {
  const { role } = await requireSession();
  const { type } = await load(searchParams);
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.taxonomy.list.queryOptions()),
    client.prefetchQuery(trpc.cards.get.queryOptions({ type })),
  ]);

  return (
    <Hydrate>
      <Cards mayChange={role !== null && can(role, "workspace.update")} />
    </Hydrate>
  );
}
