import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { OperationPage } from "~/operations/bulk/operation-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("bulk") };
}

export default async function BulkOperationPage({ params }: { params: Promise<{ id: string }> }) {
  return <OperationPage id={(await params).id} />;
}
