"use client";

import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import type { Listed } from "../words/values-of";
import { useVocabulary } from "../words/vocabulary";
import type { PickerOption } from "./picker";

/** Returns what a value is chosen from; nothing where it is written. */
export function useValueOptions(listed: Listed | null): PickerOption[] {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const { typeName } = useNames();
  const { types, projects, people, sources, endpoints } = useVocabulary();
  const tags = useQuery(trpc.tags.list.queryOptions({}, { enabled: listed === "tags" })).data
    ?.items;
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));

  switch (listed) {
    case "types":
      return types.map((type) => ({ value: type, label: typeName(type) }));
    case "projects":
      return named(projects);
    case "people":
      return named(people);
    case "sources":
      return named(sources);
    case "endpoints":
      return named(endpoints);
    case "tags":
      return (tags ?? []).map(({ name }) => ({ value: name, label: name }));
    case "states":
      return documentStatuses.map((state) => ({
        value: state,
        label: t(`state_of_document_${state}`),
      }));
    case null:
      return [];
  }
}
