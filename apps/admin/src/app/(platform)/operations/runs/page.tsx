import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Runs } from "~/operations/runs/runs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("runs") };
}

export default function RunsPage() {
  return <Runs />;
}
