import { text } from "@besunny/sql/rows/column";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const held = rawRows({ id: text, kind: text, value: text });

const columns = { id: true, kind: true, value: true, createdById: true, createdAt: true } as const;

/** Reads and writes the rules by which documents are sensitive. */
export function sensitivityRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: () =>
      tx.sensitivityRule.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    find: (id: string) =>
      tx.sensitivityRule.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Adds a rule. Returns its id, or null if there is one for the same. */
    add: async (rule: {
      kind: string;
      value: string;
      createdById: string;
      createdAt: Date;
    }): Promise<string | null> => {
      const id = newId("snr");
      const documentId = rule.kind === "document" ? rule.value : null;
      const { count } = await tx.sensitivityRule.createMany({
        data: [{ id, workspaceId, documentId, ...rule }],
        skipDuplicates: true,
      });
      return count > 0 ? id : null;
    },

    remove: async (id: string): Promise<boolean> =>
      (await tx.sensitivityRule.deleteMany({ where: { workspaceId, id } })).count > 0,

    /** Returns the rules that make a document sensitive; none if it is not. */
    of: (documentId: string) =>
      held(tx)`
        select s.id, s.kind, s.value from sensitivity_rules s join documents d on d.id = ${documentId} and d.workspace_id = s.workspace_id
         where s.workspace_id = ${workspaceId}
           and (s.document_id = d.id
             or (s.kind = 'type' and s.value = d.type)
             or (s.kind = 'tag' and exists (select from document_tags t where t.document_id = d.id and t.tag_id = s.value))
             or (s.kind = 'project' and exists (select from document_projects p where p.document_id = d.id and p.project_id = s.value)))
         order by s.created_at, s.id`,
  };
}
