import { FigureRows } from "@besunny/web-kit/figures/figure-rows";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AdminFigures } from "~/figures/admin-figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("rows") };
}

export default function FigureRowsPage() {
  return (
    <AdminFigures>
      <FigureRows />
    </AdminFigures>
  );
}
