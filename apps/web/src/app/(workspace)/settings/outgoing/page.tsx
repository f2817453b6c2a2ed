import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Outgoing } from "./outgoing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outgoing"))("title") };
}

export default async function OutgoingPage() {
  const { role } = await requireSession();
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.redaction.policy.queryOptions()),
    client.prefetchQuery(trpc.taxonomy.list.queryOptions()),
  ]);

  return (
    <Hydrate>
      <Outgoing mayChange={role !== null && can(role, "workspace.update")} />
    </Hydrate>
  );
}
