import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Models } from "~/models/models";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("models"))("title") };
}

export default async function ModelsPage() {
  const client = getQueryClient();
  await client.prefetchQuery(trpc.admin.models.workspaces.queryOptions({}));

  return (
    <Hydrate>
      <Models />
    </Hydrate>
  );
}
