import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Ledger } from "~/meetings/actions/ledger";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("actions"))("title") };
}

export default function ActionsPage() {
  return <Ledger />;
}
