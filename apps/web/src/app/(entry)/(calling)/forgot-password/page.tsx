import { ForgotPassword } from "@besunny/web-kit/entry/forgot-password";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { entryRules } from "~/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forgotPassword"))("title") };
}

export default async function ForgotPasswordPage() {
  const { sendsMail } = await entryRules();
  return <ForgotPassword sendsMail={sendsMail} />;
}
