"use client";

import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLanguage } from "~/i18n/use-language";

import { blank, type TemplateName, templateOf } from "../list/templates";
import { VocabularyProvider } from "../words/vocabulary";
import { AutomationEditor } from "./automation-editor";

/** The editor of an automation that is there. */
export function OpenAutomation({ id }: { id: string }) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const automation = useQuery(trpc.automations.get.queryOptions({ id, language }));
  const vocabulary = useQuery(trpc.automations.vocabulary.queryOptions({}));

  return (
    <Loaded query={automation} label={t("loading")}>
      {({ name, revision, definition }) => (
        <Loaded query={vocabulary} label={t("loading")}>
          {(value) => (
            <VocabularyProvider value={value}>
              <AutomationEditor key={id} known={{ id, revision }} first={{ name, definition }} />
            </VocabularyProvider>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** The editor of an automation that is not saved yet. */
export function NewAutomationEditor({ from }: { from: TemplateName | null }) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const vocabulary = useQuery(trpc.automations.vocabulary.queryOptions({}));
  const [first] = useState(() => ({
    name: from ? t(`template_${from}`) : "",
    definition: from
      ? templateOf(from, {
          question: t(`template_${from}_question`),
          tags: {
            approved: t("tag_approved"),
            rejected: t("tag_rejected"),
            ends: t("tag_ends"),
            check: t("tag_check"),
          },
        })
      : blank(),
  }));

  return (
    <Loaded query={vocabulary} label={t("loading")}>
      {(value) => (
        <VocabularyProvider value={value}>
          <AutomationEditor first={first} />
        </VocabularyProvider>
      )}
    </Loaded>
  );
}
