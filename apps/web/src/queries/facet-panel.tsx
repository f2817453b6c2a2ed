"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";
import { useFields } from "~/fields/use-fields";
import { useNames } from "~/i18n/use-names";

import { type FacetChoice, FacetGroup } from "./facet-group";

type Facets = Outputs["documents"]["facets"];
type Group = {
  key: string;
  name: string;
  choices: FacetChoice[];
  labelOf?: (value: string) => string;
};

/** The values that the documents have, each with their number; a click chooses one. */
export function FacetPanel({
  query,
  facets,
  onChange,
}: {
  query: string;
  facets: Facets | undefined;
  onChange: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const td = useTranslations("document");
  const { typeName, languageName } = useNames();
  const tf = useTranslations("fields");
  const fields = useFields();
  const plain = (counts: Facets["types"], labelOf: (value: string) => string): FacetChoice[] =>
    counts.flatMap(({ value, count }) => (value ? [{ value, label: labelOf(value), count }] : []));
  const untyped = facets?.types.find(({ value }) => value === null);
  const statusName = (value: string) => {
    const status = documentStatuses.find((each) => each === value);
    return status ? td(`status_${status}`) : value;
  };
  const fieldValueName = (key: string) => {
    const isYesOrNo = fields.find((field) => field.key === key)?.kind === "boolean";
    return (value: string) =>
      isYesOrNo && (value === "yes" || value === "no") ? tf(value) : value;
  };
  const groups: Group[] = [
    {
      key: "type",
      name: t("key_type"),
      choices: [
        ...plain(facets?.types ?? [], typeName),
        ...(untyped ? [{ value: "none", label: td("noType"), count: untyped.count }] : []),
      ],
    },
    {
      key: "project",
      name: t("key_project"),
      choices: (facets?.projects ?? []).flatMap(({ name, count }) =>
        name ? [{ value: name, label: name, count }] : [],
      ),
    },
    {
      key: "in",
      name: t("key_in"),
      choices: (facets?.folders ?? []).flatMap(({ value, name, count }) =>
        value ? [{ value, label: name ?? value, count }] : [],
      ),
    },
    {
      key: "tag",
      name: t("key_tag"),
      choices: (facets?.tags ?? []).map(({ name, count }) =>
        name ? { value: name, label: name, count } : { value: "none", label: t("noTag"), count },
      ),
      labelOf: (value) => (value === "none" ? t("noTag") : value),
    },
    {
      key: "status",
      name: t("key_status"),
      choices: plain(facets?.statuses ?? [], statusName),
      labelOf: statusName,
    },
    {
      key: "language",
      name: t("key_language"),
      choices: plain(facets?.languages ?? [], languageName),
      labelOf: languageName,
    },
    { key: "date", name: t("key_year"), choices: plain(facets?.years ?? [], (value) => value) },
    ...(facets?.fields ?? []).map(
      ({ key, name, counts }): Group => ({
        key: `field.${key}`,
        name,
        choices: plain(counts, fieldValueName(key)),
        labelOf: fieldValueName(key),
      }),
    ),
  ];

  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <FacetGroup
          key={group.key}
          keyName={group.key}
          name={group.name}
          choices={group.choices}
          labelOf={group.labelOf}
          query={query}
          onChange={onChange}
        />
      ))}
    </div>
  );
}
