import type { Prisma } from "../../generated/client";
import { literally } from "../../literally";
import { type FieldValueIs, fieldWhere } from "../fields/field-condition";
import { visibleProject } from "./visible-project";

/** Whole days; an open end is null, and `to` is the first day after. */
export type DayRange = { from: Date | null; to: Date | null };

/** Numbers; an open end is null. */
export type NumberRange = {
  least: number | null;
  most: number | null;
  /** True: the ends themselves are left out. */
  isOpen: boolean;
  currency: string | null;
};

/** A condition on documents, as the grammar of queries is compiled to. */
export type DocumentCondition =
  | { kind: "all" | "any"; of: readonly DocumentCondition[] }
  | { kind: "not"; of: DocumentCondition }
  | { kind: "ids"; ids: readonly string[] }
  | { kind: "tagIds"; ids: readonly string[] }
  | { kind: "titled"; text: string }
  /** In the title, the name of the file or a passage. */
  | { kind: "worded"; text: string }
  | { kind: "readyAfter"; moment: Date }
  /** Null is documents without a type. */
  | { kind: "type"; types: readonly (string | null)[] }
  | { kind: "status"; statuses: readonly string[] }
  | { kind: "language"; languages: readonly string[] }
  /** By id or by name. */
  | { kind: "project"; projects: readonly string[] }
  /** By name; null is documents without a tag. */
  | { kind: "tagged"; tags: readonly (string | null)[] }
  /** In one of the folders, at any depth, in lower case once it was looked up; null is documents in no folder. */
  | { kind: "folder"; paths: readonly (string | null)[] }
  | { kind: "entity"; name: string }
  | { kind: "uploader"; name: string }
  | { kind: "uploadedBy" | "openedBy"; userId: string }
  | { kind: "personal" | "corrected" | "isAttachment" }
  /** Its text is that of another document that the reader may see. */
  | { kind: "duplicate" }
  /** A rule says that it is sensitive. */
  | { kind: "sensitive" }
  | { kind: "hasAttachment" }
  | ({ kind: "dated" | "added" } & DayRange)
  /** By the key of a field that the workspace defined. */
  | { kind: "field"; key: string; value: FieldValueIs }
  /** By the ids of values of a list. */
  | { kind: "option"; ids: readonly string[] }
  /** Without names: any fact. */
  | { kind: "fact"; names: readonly string[] | null; value: FactValue };

/** The value of a fact: any, text that it holds, a number or a day. */
export type FactValue =
  | { kind: "any" }
  | { kind: "text"; text: string }
  | ({ kind: "number"; isMoney: boolean } & NumberRange)
  | ({ kind: "days" } & DayRange);

type Where = Prisma.DocumentWhereInput;

/**
 * Returns a condition as a `where` that is never null in SQL, so that its opposite holds for documents without the value. Projects, names and attachments that the
 * principals may not see fulfil none.
 */
export function conditionWhere(condition: DocumentCondition, principals: readonly string[]): Where {
  switch (condition.kind) {
    case "all":
      return { AND: condition.of.map((each) => conditionWhere(each, principals)) };
    case "any":
      return { OR: condition.of.map((each) => conditionWhere(each, principals)) };
    case "not":
      return { NOT: conditionWhere(condition.of, principals) };
    case "fact":
      return { facts: { some: factWhere(condition.names, condition.value) } };
    case "field":
      return fieldWhere(condition.key, condition.value);
    case "project":
      return projectWhere(condition.projects, principals);
    case "entity":
      return entityWhere(condition.name, principals);
    case "hasAttachment":
      return { attachments: { some: { trashedAt: null, access: { hasSome: [...principals] } } } };
    default:
      return plainWhere(condition);
  }
}

type Plain = Exclude<
  DocumentCondition,
  { kind: "all" | "any" | "not" | "fact" | "field" | "project" | "entity" | "hasAttachment" }
>;

function plainWhere(condition: Plain): Where {
  switch (condition.kind) {
    case "ids":
      return { id: { in: [...condition.ids] } };
    case "titled":
      return { OR: [{ title: holding(condition.text) }, { fileName: holding(condition.text) }] };
    case "worded":
      return {
        OR: [
          ...[plainWhere({ kind: "titled", text: condition.text })],
          { passages: { some: { text: holding(condition.text) } } },
        ],
      };
    case "readyAfter":
      return { AND: [{ readyAt: { not: null } }, { readyAt: { gt: condition.moment } }] };
    case "type":
      return {
        OR: condition.types.map((type) =>
          type === null ? { type } : { AND: [{ type: { not: null } }, { type: same(type) }] },
        ),
      };
    case "tagged":
      return {
        OR: condition.tags.map((tag) => ({
          tags: tag === null ? { none: {} } : { some: { tag: { name: same(tag) } } },
        })),
      };
    case "folder":
      return { OR: condition.paths.map(inFolder) };
    case "option":
      return { customValues: { some: { optionId: { in: [...condition.ids] } } } };
    case "status":
      return { status: { in: [...condition.statuses] } };
    case "language":
      return { AND: [{ language: { not: null } }, { language: { in: [...condition.languages] } }] };
    case "uploader":
      return {
        uploadedBy: { OR: [{ name: holding(condition.name) }, { email: holding(condition.name) }] },
      };
    case "uploadedBy":
      return { uploadedById: condition.userId };
    case "openedBy":
      return { openings: { some: { userId: condition.userId } } };
    case "personal":
      return { NOT: { personalKinds: { isEmpty: true } } };
    case "corrected":
      return { isTypeCorrected: true };
    case "duplicate":
      // The repository puts the ids of duplicates in its place.
      return { id: { in: [] } };
    case "sensitive":
      // The repository puts what the rules name in its place.
      return { id: { in: [] } };
    case "tagIds":
      return { tags: { some: { tagId: { in: [...condition.ids] } } } };
    case "isAttachment":
      return { parentId: { not: null } };
    case "dated":
      return { datedOn: within(condition) };
    case "added":
      return { createdAt: within(condition) };
  }
}

function inFolder(path: string | null): Where {
  if (path === null) return { folder: null };
  return {
    AND: [
      { folderKey: { not: null } },
      { OR: [{ folderKey: path }, { folderKey: { startsWith: `${literally(path)}/` } }] },
    ],
  };
}

function projectWhere(projects: readonly string[], principals: readonly string[]): Where {
  const named = projects.flatMap((project) => [{ id: project }, { name: same(project) }]);
  return { projects: { some: { project: { AND: [visibleProject(principals), { OR: named }] } } } };
}

/** An entity is found by each name that visible documents use for it or for those that people merged with it. */
function entityWhere(name: string, principals: readonly string[]): Where {
  const isNamed = {
    some: {
      name: holding(name),
      document: { trashedAt: null, access: { hasSome: [...principals] } },
    },
  };
  return {
    mentions: {
      some: {
        OR: [
          { name: holding(name) },
          {
            entity: {
              OR: [
                { mergedInto: { mentions: isNamed } },
                { merged: { some: { mentions: isNamed } } },
                { mergedInto: { merged: { some: { mentions: isNamed } } } },
              ],
            },
          },
        ],
      },
    },
  };
}

function factWhere(
  names: readonly string[] | null,
  value: FactValue,
): Prisma.DocumentFactWhereInput {
  return {
    ...(names && { OR: names.flatMap((name) => [{ name: same(name) }, { label: same(name) }]) }),
    ...(value.kind === "text" && { text: holding(value.text) }),
    ...(value.kind === "number" && numberWhere(value)),
    ...(value.kind === "days" && daysWhere(value)),
  };
}

function numberWhere({
  least,
  most,
  isOpen,
  currency,
  isMoney,
}: NumberRange & { isMoney: boolean }): Prisma.DocumentFactWhereInput {
  return {
    ...(isMoney && { kind: "money" }),
    ...(currency && { currency }),
    number: {
      ...(least !== null && { [isOpen ? "gt" : "gte"]: least }),
      ...(most !== null && { [isOpen ? "lt" : "lte"]: most }),
    },
  };
}

/** A day must lie in the range, and a period must touch it. */
function daysWhere({ from, to }: DayRange): Prisma.DocumentFactWhereInput {
  return {
    date: { not: null, ...(to && { lt: to }) },
    ...(from && { dateEnd: { gte: from } }),
  };
}

function within({ from, to }: DayRange) {
  return { ...(from && { gte: from }), ...(to && { lt: to }) };
}

function holding(text: string) {
  return { contains: literally(text), mode: "insensitive" as const };
}

function same(text: string) {
  return { equals: text, mode: "insensitive" as const };
}
