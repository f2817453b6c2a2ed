import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { StartScreen } from "./start-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ask"))("title") };
}

export default function AskPage() {
  return <StartScreen />;
}
