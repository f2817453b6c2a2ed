import { languageAsked } from "@besunny/api/browser/language";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { OpenAutomation } from "~/automations/editor/open-automation";
import { tabTitleOf } from "~/shell/tab-title";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  const automation = await getQueryClient()
    .fetchQuery(trpc.automations.get.queryOptions({ id, language: languageAsked(locale) }))
    .catch(() => null);
  return { title: tabTitleOf(automation?.name, (await getTranslations("automations"))("title")) };
}

export default async function AutomationPage({ params }: Props) {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  const cache = getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.automations.get.queryOptions({ id, language: languageAsked(locale) })),
    cache.prefetchQuery(trpc.automations.vocabulary.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <OpenAutomation key={id} id={id} />
    </Hydrate>
  );
}
