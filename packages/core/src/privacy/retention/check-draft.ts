import { notFound } from "../../errors";
import type { QueryTools } from "../../operation/query";
import { mustFindSource } from "../../sources/contract/must-find";
import { mustBeOffered } from "../../understanding/contract/document-types";
import type { Tried } from "../contract/retention";

/** Throws unless the type, the project and the source of a rule are there. */
export async function checkDraft(
  tools: QueryTools,
  { type, projectId, sourceId }: Pick<Tried, "type" | "projectId" | "sourceId">,
): Promise<void> {
  if (type !== null) mustBeOffered(await tools.documentTypes.list(), type);
  if (projectId !== null && !(await tools.projects.find(projectId))) notFound("Project", projectId);
  if (sourceId !== null) await mustFindSource(tools, sourceId);
}
