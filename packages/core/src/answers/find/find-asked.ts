import type { AskedDocument } from "@besunny/db/workspace/documents/asked-documents";
import { z } from "zod";
import { documentId, projectId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

/** Documents that are compared with a question by their names. In larger workspaces only those with a word of the question are. */
const MOST = 3_000;

/** A document with the names that it is known by: of the people and firms in its facts, and of those that its text names. */
export type NamedDocument = AskedDocument & { names: string[]; mentions: string[] };

export const findAsked = query("answers.find-asked", {
  title: "Find the documents that a question may be about",
  permission: "document.ask",
  input: z.object({
    words: z.array(z.string().max(100)).max(60),
    types: z.array(z.string()),
    projectId: projectId.optional(),
    ids: z.array(documentId).optional(),
  }),
  output: ofType<{ documents: NamedDocument[]; ownTypes: string[] }>(),
  doors: [],

  async handle({ askedDocuments, documentTypes }, { words, types, projectId, ids }) {
    const within = { ...(projectId && { projectId }), ...(ids && { ids }) };
    const [newest, named, own] = await Promise.all([
      askedDocuments.list(within, MOST),
      words.length > 0
        ? askedDocuments.names(words, MOST)
        : Promise.resolve({ facts: [], mentions: [] }),
      documentTypes.list(),
    ]);
    const isAll = newest.length < MOST;
    const more = isAll
      ? []
      : [
          ...(words.length > 0 ? await askedDocuments.titled(words, MOST) : []),
          ...(types.length > 0 ? await askedDocuments.list({ ...within, types }, MOST) : []),
        ];
    const documents = new Map([...newest, ...more].map((document) => [document.id, document]));
    const byDocument = (rows: readonly { documentId: string; text: string }[]) => {
      const texts = new Map<string, string[]>();
      for (const { documentId, text } of rows)
        texts.set(documentId, [...(texts.get(documentId) ?? []), text]);
      return texts;
    };
    const [names, mentions] = [byDocument(named.facts), byDocument(named.mentions)];
    return {
      documents: withoutCopies(documents).map((document) => ({
        ...document,
        names: names.get(document.id) ?? [],
        mentions: mentions.get(document.id) ?? [],
      })),
      ownTypes: own.map(({ name }) => name),
    };
  },
});

/** The XML in a PDF invoice says what the invoice says: it is no document of its own to those who ask. */
function withoutCopies(documents: ReadonlyMap<string, AskedDocument>): AskedDocument[] {
  return [...documents.values()].filter(({ parentId, type, fileName }) => {
    const parent = parentId ? documents.get(parentId) : null;
    return !(parent && /\.xml$/i.test(fileName) && (type === null || parent.type === type));
  });
}
