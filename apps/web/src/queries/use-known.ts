"use client";

import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFields } from "~/fields/use-fields";
import { useNames } from "~/i18n/use-names";

import type { Known } from "./suggest";

/** Loads what may be suggested for a text; nothing while the box is closed. */
export function useKnown(text: string, isOn: boolean): Known {
  const trpc = useTRPC();
  const td = useTranslations("document");
  const { typeName, languageName } = useNames();
  const fields = useFields();
  const wanted = { enabled: isOn, placeholderData: keepPreviousData };
  const named = { ...wanted, enabled: isOn && text.length > 1 };
  const facets = useQuery(trpc.documents.facets.queryOptions({}, wanted)).data;
  const entities = useQuery(trpc.entities.list.queryOptions({ q: text, limit: 5 }, named)).data
    ?.items;
  const titled = `title:"${text.replaceAll(/["\\]/g, " ")}"`;
  const documents = useQuery(trpc.documents.list.queryOptions({ q: titled, limit: 4 }, named)).data
    ?.items;

  return {
    fields,
    values: {
      ...Object.fromEntries(
        (facets?.fields ?? []).map(({ key, counts }) => [
          `field.${key}`,
          counts.flatMap(({ value, count }) => (value ? [{ value, label: value, count }] : [])),
        ]),
      ),
      type: (facets?.types ?? []).map(({ value, count }) =>
        value
          ? { value, label: typeName(value), count }
          : { value: "none", label: td("noType"), count },
      ),
      project: (facets?.projects ?? []).flatMap(({ name, count }) =>
        name ? [{ value: name, label: name, count }] : [],
      ),
      tag: (facets?.tags ?? []).flatMap(({ name, count }) =>
        name ? [{ value: name, label: name, count }] : [],
      ),
      in: (facets?.folders ?? []).flatMap(({ value, count }) =>
        value ? [{ value, label: value, count }] : [],
      ),
      status: documentStatuses.flatMap((value) => {
        const count = facets?.statuses.find((each) => each.value === value)?.count;
        return count ? [{ value, label: td(`status_${value}`), count }] : [];
      }),
      language: (facets?.languages ?? []).flatMap(({ value, count }) =>
        value ? [{ value, label: languageName(value), count }] : [],
      ),
    },
    entities: named.enabled ? (entities ?? []) : [],
    documents: named.enabled ? (documents ?? []) : [],
  };
}
