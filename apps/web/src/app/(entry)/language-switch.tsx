"use client";

import { languages } from "@besunny/api/browser/language";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { keepLanguage } from "~/i18n/keep-language";
import { useLanguage } from "~/i18n/use-language";

/** Lets people who are not signed in choose the language of the page. The choice is kept in this browser. */
export function LanguageSwitch() {
  const t = useTranslations("entry");
  const ts = useTranslations("settings");
  const router = useRouter();
  const current = useLanguage();

  return (
    <fieldset aria-label={t("language")} className="mt-10 flex gap-1 text-n11 text-sm">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          className="-ml-2 rounded-sm px-2 py-1 transition-colors hover:text-n12 aria-pressed:font-medium aria-pressed:text-n12 coarse:py-2.5"
          onClick={() => {
            keepLanguage(language);
            router.refresh();
          }}
        >
          {ts(`language_${language}`)}
        </button>
      ))}
    </fieldset>
  );
}
