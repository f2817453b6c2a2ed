import { getLocale, getTranslations } from "next-intl/server";

import { offlinePage } from "~/offline/offline-page";
import { serviceWorkerSource } from "~/offline/service-worker";

export const dynamic = "force-dynamic";

/** The service worker, with the offline page in the language of the browser. The browser asks for it again each time. */
export async function GET(): Promise<Response> {
  const t = await getTranslations("offline");
  const page = offlinePage({
    locale: await getLocale(),
    title: t("title"),
    text: t("text"),
    retry: t("retry"),
  });
  return new Response(serviceWorkerSource(page), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      vary: "accept-language, cookie",
    },
  });
}
