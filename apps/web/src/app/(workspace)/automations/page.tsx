import { languageAsked } from "@besunny/api/browser/language";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { Automations } from "~/automations/list/automations";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("automations"))("title") };
}

export default async function AutomationsPage() {
  const language = languageAsked(await getLocale());
  await getQueryClient().prefetchQuery(trpc.automations.list.queryOptions({ language }));

  return (
    <Hydrate>
      <Automations />
    </Hydrate>
  );
}
