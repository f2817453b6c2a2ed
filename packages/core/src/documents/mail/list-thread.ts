import { z } from "zod";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { idIn, instant } from "../../shapes";

const MOST_LISTED = 200;

/**
 * Lists the mails of a mail's thread that the actor may see, itself included, the oldest first. Mails belong together if their headers name each
 * other or a message before both. The list is empty for documents of other kinds.
 */
export const listThread = query("documents.list-thread", {
  title: "List the mails of a thread",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("doc"),
        title: z.string(),
        sender: z.string(),
        sentAt: instant.nullable(),
      }),
    ),
  }),
  doors: ["web"],

  async handle({ documents, mails }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const found = await mails.listThread(id, MOST_LISTED);
    return {
      items: found.map(({ documentId: mail, document, sender, sentAt }) => ({
        id: mail,
        title: document.title,
        sender,
        sentAt,
      })),
    };
  },
});
