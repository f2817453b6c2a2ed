import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The value of a field as it is stored: its text, and what its kind makes of it. */
export type StoredValue = {
  text: string;
  number: number | null;
  currency: string | null;
  date: Date | null;
  optionId: string | null;
};

/** Reads and writes the values of fields on documents, in one statement however many the documents are. */
export function fieldValueRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns the texts that these documents have in a field, by document. */
    textsOf: async (
      fieldId: string,
      documentIds: readonly string[],
    ): Promise<Map<string, string>> => {
      const rows = await tx.customFieldValue.findMany({
        where: { workspaceId, fieldId, documentId: { in: [...documentIds] } },
        select: { documentId: true, text: true },
      });
      return new Map(rows.map(({ documentId, text }) => [documentId, text]));
    },

    /** Sets the value of a field on each of the documents. */
    put: async (
      fieldId: string,
      documentIds: readonly string[],
      { text, number, currency, date, optionId }: StoredValue,
    ): Promise<void> => {
      await tx.$executeRaw`
        insert into custom_field_values (document_id, field_id, workspace_id, text, number, currency, date, option_id)
        select d.id, ${fieldId}, ${workspaceId}, ${text}, ${number}, ${currency}, ${date}, ${optionId}
          from unnest(${[...documentIds]}::text[]) as d(id)
        on conflict (document_id, field_id) do update
          set text = excluded.text, number = excluded.number, currency = excluded.currency,
              date = excluded.date, option_id = excluded.option_id`;
    },

    /** Takes the value of a field from each of the documents. */
    clear: async (fieldId: string, documentIds: readonly string[]): Promise<void> => {
      await tx.customFieldValue.deleteMany({
        where: { workspaceId, fieldId, documentId: { in: [...documentIds] } },
      });
    },

    /** Returns the documents that have a value in a field, or this one of its options, visible or not. */
    documentsWith: async (fieldId: string, optionId?: string): Promise<string[]> => {
      const rows = await tx.customFieldValue.findMany({
        where: { workspaceId, fieldId, ...(optionId && { optionId }) },
        orderBy: { documentId: "asc" },
        select: { documentId: true },
      });
      return rows.map(({ documentId }) => documentId);
    },
  };
}
