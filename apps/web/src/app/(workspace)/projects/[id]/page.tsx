import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { tabTitleOf } from "~/shell/tab-title";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ProjectScreen } from "./project-screen";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const project = await getQueryClient()
    .fetchQuery(trpc.projects.get.queryOptions({ id }))
    .catch(() => null);
  return { title: tabTitleOf(project?.name, (await getTranslations("projects"))("title")) };
}

export default async function ProjectPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.projects.get.queryOptions({ id }));

  return (
    <Hydrate>
      <ProjectScreen id={id} />
    </Hydrate>
  );
}
