import { z } from "zod";
import { notFound } from "../../errors";
import { meetingId } from "../../ids";
import { query } from "../../operation/query";
import { documentsOf, LinkedDocument } from "../contract/link";

/** Lists the documents that a meeting was about, of those that the caller sees. */
export const listLinks = query("meetings.list-links", {
  title: "List the documents of a meeting",
  permission: "document.read",
  input: z.object({ id: meetingId }),
  output: z.object({ items: z.array(LinkedDocument) }),
  doors: ["web"],

  async handle(tools, { id }) {
    if (!(await tools.meetings.find(id))) notFound("Meeting", id);
    return { items: await documentsOf(tools, id) };
  },
});
