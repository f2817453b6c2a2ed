import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Settings } from "./settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default function SettingsPage() {
  return <Settings />;
}
