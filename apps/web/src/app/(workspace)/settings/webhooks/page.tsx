import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { WebhooksPage } from "./webhooks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  const isAllowed = role !== null && can(role, "webhook.manage");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.webhooks.list.queryOptions({}));

  return (
    <Hydrate>
      <WebhooksPage isAllowed={isAllowed} />
    </Hydrate>
  );
}
