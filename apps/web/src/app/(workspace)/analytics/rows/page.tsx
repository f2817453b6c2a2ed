import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FigureRows } from "~/analytics/rows/figure-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analytics"))("rowsTitle") };
}

export default function Page() {
  return <FigureRows />;
}
