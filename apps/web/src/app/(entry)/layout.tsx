import { EntryFrame } from "@besunny/web-kit/entry/entry-frame";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { currentSession } from "~/session";
import { LanguageSwitch } from "./language-switch";

export default async function EntryLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("entry");

  return (
    <main className="flex min-h-dvh flex-col justify-center px-6 py-12">
      <EntryFrame appName="BeSunny">
        {children}
        {!(await currentSession()) && <LanguageSwitch />}
        <ul className="mt-10 flex flex-col gap-2 border-t pt-6 text-n11 text-sm">
          <li>{t("promiseRead")}</li>
          <li>{t("promiseCite")}</li>
          <li>{t("promiseHere")}</li>
        </ul>
      </EntryFrame>
    </main>
  );
}
