import { z } from "zod";
import { may } from "../access/policy";
import { actorIdsOf } from "../audit/contract";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { openingOperations } from "./contract/opening-operations";
import { SensitivityRule } from "./contract/rule";

const MOST = 100;

/** Says whether a document is sensitive, by which marks, and who opened it lately. Who opened it is for those who may mark documents. */
export const getSensitivity = query("sensitivity.get-sensitivity", {
  title: "Show whether a document is sensitive",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({
    isSensitive: z.boolean(),
    mayMark: z.boolean(),
    rules: z.array(SensitivityRule),
    openings: z
      .array(
        z.object({
          at: instant,
          operation: z.string(),
          kind: z.string(),
          name: z.string().nullable(),
        }),
      )
      .nullable(),
  }),
  doors: ["web"],

  async handle({ sensitivity, documents, audit, actor }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const rules = z.array(SensitivityRule).parse(await sensitivity.of(id));
    const mayMark = may(actor, "document.markSensitive");
    if (!mayMark) return { isSensitive: rules.length > 0, mayMark, rules: [], openings: null };
    const rows = await audit.listOpenings(id, openingOperations, MOST);
    const people = await audit.listActors(actorIdsOf(rows));
    const openings = rows.map(({ createdAt: at, operation, actorKind: kind, actorId }) => ({
      at,
      operation,
      kind,
      name: people.find((person) => person.id === actorId)?.name ?? null,
    }));
    return { isSensitive: rules.length > 0, mayMark, rules, openings };
  },
});
