"use client";

import { type Language, languages } from "@besunny/api/browser/language";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { keepLanguage } from "~/i18n/keep-language";
import { useShell } from "~/shell/shell-context";

import { Panel } from "./panel";

const choices = ["auto", ...languages] as const;

/** The language of a person: the browser's, or one of their choice. The page follows at once. */
export function LanguagePanel() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const router = useRouter();
  const { session } = useShell();
  const change = useMutation(
    trpc.identity.changeLanguage.mutationOptions({
      onSuccess(_, { language }) {
        keepLanguage(language);
        router.refresh();
      },
    }),
  );

  return (
    <Panel title={t("language")} hint={t("languageHint")}>
      <Select
        label={t("language")}
        value={session.user.language ?? "auto"}
        options={choices.map((value) => ({ value, label: t(`language_${value}`) }))}
        onChange={(chosen) => change.mutate({ language: languageOf(chosen) })}
        disabled={change.isPending}
        className="w-full max-w-sm"
      />
      {change.error && <FormProblem problem={problemOf(change.error)} />}
    </Panel>
  );
}

function languageOf(choice: string): Language | null {
  return languages.find((language) => language === choice) ?? null;
}
