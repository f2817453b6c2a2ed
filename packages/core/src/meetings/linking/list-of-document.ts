import { z } from "zod";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { LinkedMeeting, meetingsAbout } from "../contract/link";

/** Lists the meetings that were about a document, of those that the caller sees, the latest first. */
export const listOfDocument = query("meetings.list-of-document", {
  title: "List the meetings about a document",
  permission: "document.read",
  input: z.object({ id: documentId, limit: z.number().int().min(1).max(200).default(50) }),
  output: z.object({ items: z.array(LinkedMeeting) }),
  doors: ["web"],

  async handle(tools, { id, limit }) {
    if (!(await tools.documents.find(id))) notFound("Document", id);
    return { items: await meetingsAbout(tools, id, limit) };
  },
});
