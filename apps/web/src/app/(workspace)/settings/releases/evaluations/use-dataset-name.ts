"use client";

import { useTranslations } from "next-intl";

import { useProjectName } from "../use-project-name";

/** The names that trainings give: of the workspace, or of one project. */
const TRAINED = /^type(?: of (prj_\w+))?$/;

/** Returns what names a dataset in the language of the page. A name that no training gave stays as it is. */
export function useDatasetName() {
  const t = useTranslations("releases");
  const projectName = useProjectName();
  return (name: string) => {
    const found = TRAINED.exec(name);
    if (!found) return name;
    const project = found[1];
    return project === undefined
      ? t("datasetOfWorkspace")
      : t("datasetOfProject", { name: projectName(project) });
  };
}
