import { SunMark } from "@besunny/web-kit/page/sun-mark";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export default async function EntryLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("entry");

  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <main className="flex flex-col justify-center px-6 py-12">
        <div className="mx-auto w-full max-w-88">
          <p className="mb-8 flex items-center gap-2 font-semibold text-lg">
            <SunMark className="size-6" />
            BeSunny
          </p>
          {children}
        </div>
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
