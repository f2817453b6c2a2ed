import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Flags } from "~/flags/flags";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags"))("title") };
}

export default function FlagsPage() {
  void getQueryClient().prefetchQuery(trpc.admin.flags.list.queryOptions({}));

  return (
    <Hydrate>
      <Flags />
    </Hydrate>
  );
}
