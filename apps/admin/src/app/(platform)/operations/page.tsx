import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Queue } from "~/operations/queue/queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("title") };
}

export default function QueuePage() {
  return <Queue />;
}
