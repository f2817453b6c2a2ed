import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";
import type { Source } from "./source";

/** Returns what says the rules of a source, one sentence each. None: everything is read. */
export function useRuleWords() {
  const t = useTranslations("addSource");
  const format = useFormatter();

  return (rules: Source["rules"]): string[] => {
    const { include, exclude, mediaTypes, since, mostBytes, labels, senders } = rules;
    const list = (items: readonly string[]) => ({
      list: format.list(items, { type: "disjunction" }),
    });
    return [
      include.length > 0 && t("say_include", list(include)),
      exclude.length > 0 && t("say_exclude", list(exclude)),
      mediaTypes.length > 0 && t("say_mediaTypes", list(mediaTypes)),
      since && t("say_since", { day: format.dateTime(since, { dateStyle: "medium" }) }),
      mostBytes !== null && t("say_mostBytes", { size: formatBytes(mostBytes, format) }),
      labels.length > 0 && t("say_labels", list(labels)),
      senders.length > 0 && t("say_senders", list(senders)),
      rules.withAttachments && t("say_withAttachments"),
    ].filter((sentence) => typeof sentence === "string");
  };
}
