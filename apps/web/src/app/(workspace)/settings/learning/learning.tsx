"use client";

import { can } from "@besunny/api/browser/policy";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { Contradictions } from "./contradictions";
import { HelpfulDocuments } from "./helpful-documents";
import { LabelList } from "./labels/label-list";
import { Training } from "./training/training";
import { Tuning } from "./tuning/tuning";

/** Shows the labels of people, their contradictions, documents that would help, and the model that learns. */
export function Learning() {
  const t = useTranslations("learning");
  const { role } = useShell();
  return (
    <>
      <PageHeader title={t("title")} />
      {can(role, "type.manage") && <Training />}
      {can(role, "type.manage") && <Tuning />}
      <Contradictions />
      <HelpfulDocuments />
      <LabelList />
    </>
  );
}
