import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import type { Project } from "@besunny/db/workspace/projects";

import type { Actor } from "../../access/actor";
import { mayDo } from "../../access/rights";
import type { Clock } from "../../context";
import { AppError } from "../../errors";
import { type CustomField, fieldOf } from "../../fields/contract/custom-field";
import { offeredTypes } from "../../understanding/contract/document-types";
import { readValue } from "../fields/read-value";
import { type LabelRow, readLabelsCsv } from "./read-labels-csv";

/** Why a row cannot be imported. */
export const labelProblems = [
  "no-document",
  "several-documents",
  "not-allowed",
  "no-type",
  "no-project",
  "no-field",
  "bad-value",
  "twice",
  "nothing",
] as const;
export type LabelProblem = (typeof labelProblems)[number];

/** A row of a CSV and what it will do. `about` is the word that the problem is about. */
export type PlannedLabel = {
  line: number;
  given: string;
  document: Document | null;
  type: string | null;
  project: Project | null;
  values: { field: CustomField; value: string }[];
  problems: { problem: LabelProblem; about: string }[];
};

type Tools = Pick<
  Repositories,
  "documents" | "documentTypes" | "projects" | "customFields" | "fieldOptions"
> & { actor: Actor; clock: Clock };

const MOST_FOUND = 10_000;

/** Returns what each row of a CSV of labels will do, or why it cannot. Changes nothing. */
export async function planLabels(tools: Tools, csv: string): Promise<PlannedLabel[]> {
  const rows = readLabelsCsv(csv);
  const known = await findKnown(tools, rows);
  const planned: PlannedLabel[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const plan = await planRow(tools, row, known);
    if (plan.document && seen.has(plan.document.id))
      plan.problems.push({ problem: "twice", about: row.document });
    if (plan.document) seen.add(plan.document.id);
    planned.push(plan);
  }
  return planned;
}

type Known = {
  documents: Map<string, Document[]>;
  types: Map<string, string>;
  projects: Map<string, Project>;
  fields: Map<string, CustomField>;
};

async function findKnown(tools: Tools, rows: readonly LabelRow[]): Promise<Known> {
  const names = [...new Set(rows.map(({ document }) => document).filter(Boolean))];
  const ids = names.filter((name) => /^doc_\w+$/.test(name));
  const found = [
    ...(await tools.documents.findMany(ids)).filter(({ trashedAt }) => !trashedAt),
    ...(await tools.documents.findNamed(names, MOST_FOUND)),
  ];
  const documents = new Map<string, Document[]>();
  for (const document of found)
    for (const name of new Set([document.id, lower(document.title), lower(document.fileName)])) {
      const same = documents.get(name) ?? [];
      if (!same.some(({ id }) => id === document.id)) documents.set(name, [...same, document]);
    }
  const types = offeredTypes(await tools.documentTypes.list());
  const projects = await listProjects(tools);
  return {
    documents,
    types: new Map(
      types.flatMap(({ name, synonyms }) =>
        [...synonyms, name].map((word) => [lower(word), name] as const),
      ),
    ),
    projects: new Map(
      projects.flatMap((each) => [
        [lower(each.name), each],
        [each.id, each],
      ]),
    ),
    fields: new Map(
      (await tools.customFields.list()).map((row) => [lower(row.name), fieldOf(row)] as const),
    ),
  };
}

async function listProjects({ projects }: Tools): Promise<Project[]> {
  const all: Project[] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<Tools["projects"]["list"]>> = await projects.list({
      limit: 200,
      ...(cursor && { cursor }),
    });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all.filter(({ archivedAt }) => !archivedAt);
}

async function planRow(tools: Tools, row: LabelRow, known: Known): Promise<PlannedLabel> {
  const problems: PlannedLabel["problems"] = [];
  const add = (problem: LabelProblem, about: string) => problems.push({ problem, about });
  const found = known.documents.get(row.document) ?? known.documents.get(lower(row.document)) ?? [];
  const [document = null] = found;
  if (!document) add("no-document", row.document);
  else if (found.length > 1) add("several-documents", row.document);
  else if (!mayDo(tools.actor, "document.correct", document)) add("not-allowed", row.document);

  const type = known.types.get(lower(row.type)) ?? null;
  if (row.type !== "" && type === null) add("no-type", row.type);
  const project = known.projects.get(lower(row.project)) ?? known.projects.get(row.project) ?? null;
  if (row.project !== "" && !project) add("no-project", row.project);
  else if (project && !mayDo(tools.actor, "document.file", { filedIn: [project] }))
    add("not-allowed", row.project);

  const values: PlannedLabel["values"] = [];
  for (const { heading, value } of row.fields) {
    const field = known.fields.get(lower(heading));
    if (!field || field.archivedAt) add("no-field", heading);
    else {
      const reason = await whyBadValue(tools, field, value);
      if (reason) add("bad-value", reason);
      else values.push({ field, value });
    }
  }
  if (row.type === "" && row.project === "" && row.fields.length === 0)
    add("nothing", row.document);
  const single = found.length === 1 ? document : null;
  return { line: row.line, given: row.document, document: single, type, project, values, problems };
}

async function whyBadValue(
  { fieldOptions, clock }: Tools,
  field: CustomField,
  value: string,
): Promise<string | null> {
  try {
    const option = field.kind === "list" ? await fieldOptions.findNamed(field.id, value) : null;
    readValue(field, value, { now: clock(), option });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}
