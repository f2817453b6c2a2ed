import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { MeetingSettings } from "./meeting-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("settings") };
}

export default async function MeetingSettingsPage() {
  const cache = getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.meetings.settings.queryOptions({})),
    cache.prefetchQuery(trpc.meetings.wishes.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <MeetingSettings />
    </Hydrate>
  );
}
