import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { OperationList } from "~/operations/bulk/operation-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("bulk") };
}

export default function BulkOperationsPage() {
  return <OperationList />;
}
