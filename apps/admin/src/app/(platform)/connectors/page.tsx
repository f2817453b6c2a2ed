import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Connectors } from "~/connectors/connectors";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connectors"))("title") };
}

export default async function ConnectorsPage() {
  await getQueryClient().prefetchQuery(trpc.admin.connectors.list.queryOptions({}));

  return (
    <Hydrate>
      <Connectors />
    </Hydrate>
  );
}
