import { getTranslations } from "next-intl/server";

/** Shown for a link that was revoked, has run out or never was. */
export async function NoLink() {
  const t = await getTranslations("dashboards");

  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-2 px-6 text-center">
      <h1 className="font-semibold text-lg">{t("ended")}</h1>
      <p className="text-n11">{t("endedHint")}</p>
    </main>
  );
}
