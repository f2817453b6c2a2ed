import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { NewAutomationEditor } from "~/automations/editor/open-automation";
import { templateNames } from "~/automations/list/templates";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("automations"))("new") };
}

export default async function NewAutomationPage({ searchParams }: Props) {
  const { from } = await searchParams;
  const template = templateNames.find((name) => name === from) ?? null;
  await getQueryClient().prefetchQuery(trpc.automations.vocabulary.queryOptions({}));

  return (
    <Hydrate>
      <NewAutomationEditor key={template} from={template} />
    </Hydrate>
  );
}
