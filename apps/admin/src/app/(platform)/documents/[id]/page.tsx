import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { DocumentPage } from "~/documents/document-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("document"))("title") };
}

export default async function OneDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  return <DocumentPage id={(await params).id} />;
}
