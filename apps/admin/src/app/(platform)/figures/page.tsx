import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AdminFigures } from "~/figures/admin-figures";
import { FigureCatalogue } from "~/figures/figure-catalogue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("title") };
}

export default function FigureCataloguePage() {
  return (
    <AdminFigures>
      <FigureCatalogue />
    </AdminFigures>
  );
}
