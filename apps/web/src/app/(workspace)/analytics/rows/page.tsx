import { FigureRows } from "@besunny/web-kit/figures/figure-rows";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { WorkspaceFigures } from "~/analytics/workspace-figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analytics"))("rowsTitle") };
}

export default function Page() {
  return (
    <WorkspaceFigures>
      <FigureRows />
    </WorkspaceFigures>
  );
}
