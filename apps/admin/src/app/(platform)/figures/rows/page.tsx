import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { FigureRows } from "~/figures/figure-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("rows") };
}

export default function FigureRowsPage() {
  return <FigureRows />;
}
