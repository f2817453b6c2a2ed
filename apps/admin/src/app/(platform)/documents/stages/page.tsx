import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { StageRuns } from "~/documents/stages/stage-runs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("stageTimes") };
}

export default function StagesPage() {
  return <StageRuns />;
}
