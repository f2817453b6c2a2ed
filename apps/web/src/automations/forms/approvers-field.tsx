"use client";

import type { Approver } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";

import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { Several } from "./several";

const roles = ["owner", "admin", "member"] as const;

/** The people who are asked: single people, everybody in a role, or those who lead a project. */
export function ApproversField({
  label,
  approvers,
  onChange,
}: {
  label: string;
  approvers: readonly Approver[];
  onChange: (approvers: Approver[]) => void;
}) {
  const t = useTranslations("automations");
  const { approverWords } = useWords();
  const { people, projects } = useVocabulary();
  const option = (approver: Approver, group: string) => ({
    value: JSON.stringify(approver),
    label: approverWords(approver),
    group,
    approver,
  });
  const options = [
    ...people.map(({ id }) => option({ kind: "person", userId: id }, t("people"))),
    option({ kind: "leads" }, t("groups")),
    ...roles.map((role) => option({ kind: "role", role }, t("groups"))),
    ...projects.map(({ id }) => option({ kind: "leads", projectId: id }, t("groups"))),
  ];
  const known = [...options, ...approvers.map((approver) => option(approver, ""))];

  return (
    <Several
      label={label}
      addLabel={t("addPerson")}
      values={approvers.map((approver) => JSON.stringify(approver))}
      options={options}
      nameOf={(value) => known.find((each) => each.value === value)?.label ?? value}
      onChange={(values) =>
        onChange(
          values.flatMap((value) => known.find((each) => each.value === value)?.approver ?? []),
        )
      }
    />
  );
}
