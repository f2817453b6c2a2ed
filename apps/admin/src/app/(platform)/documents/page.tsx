import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { DocumentRows } from "~/documents/document-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("title") };
}

export default function DocumentsPage() {
  return <DocumentRows />;
}
