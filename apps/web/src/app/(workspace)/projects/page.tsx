import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Projects } from "./projects";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("title") };
}

export default async function ProjectsPage() {
  await getQueryClient().prefetchQuery(trpc.projects.list.queryOptions({}));

  return (
    <Hydrate>
      <Projects />
    </Hydrate>
  );
}
