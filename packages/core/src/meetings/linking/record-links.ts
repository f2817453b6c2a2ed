import { z } from "zod";
import { documentId, meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { StoredEvidence } from "../contract/evidence";
import { linkReasons } from "../contract/link";

/** Stores the documents that were found for a meeting. What a person has confirmed, made or removed stays. A transcript that was read again meanwhile keeps what it has. */
export const recordLinks = command("meetings.record-links", {
  title: "Store the documents of a meeting",
  permission: "document.process",
  input: z.object({
    meetingId,
    modelKey: z.string(),
    links: z.array(
      z.object({
        documentId,
        reason: z.enum(linkReasons),
        confidence: z.number(),
        evidence: z.array(StoredEvidence),
      }),
    ),
  }),
  output: nothing,
  doors: [],

  async handle({ meetings, meetingLinks, changed }, { meetingId: id, modelKey, links }) {
    const meeting = await meetings.find(id);
    if (meeting?.modelKey !== modelKey) return;
    await meetingLinks.replaceFound(id, links);
    changed({ subject: id, before: {}, after: { documents: links.length } });
  },
});
