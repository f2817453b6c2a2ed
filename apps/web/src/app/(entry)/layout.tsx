import { EntryFrame } from "@besunny/web-kit/entry/entry-frame";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { currentSession } from "~/session";
import { LanguageSwitch } from "./language-switch";

export default async function EntryLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("entry");

  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <main className="flex flex-col justify-center px-6 py-12">
        <EntryFrame appName="BeSunny">
          {children}
          {!(await currentSession()) && <LanguageSwitch />}
        </EntryFrame>
      </main>
      <aside className="hidden flex-col justify-end border-l bg-n2 p-12 lg:flex">
        <ul className="flex flex-col gap-4 text-n11">
          <li>{t("promiseRead")}</li>
          <li>{t("promiseCite")}</li>
          <li>{t("promiseHere")}</li>
        </ul>
      </aside>
    </div>
  );
}
