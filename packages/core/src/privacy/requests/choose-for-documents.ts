import { z } from "zod";
import { invalidInput } from "../../errors";
import { documentId, privacyRequestId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { Choice, Choices } from "../contract/request";
import { openRequest } from "./open-request";

/** Says what becomes of documents that name the person: of these, or without ids of all others. */
export const chooseForDocuments = command("privacy.choose-for-documents", {
  title: "Choose what becomes of documents of a request",
  permission: "privacy.manage",
  input: z.object({
    id: privacyRequestId,
    documentIds: z.array(documentId).min(1).max(1000).optional(),
    choice: Choice,
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, documentIds, choice }) {
    const { privacyRequests, changed } = tools;
    const request = await openRequest(tools, id);
    if (request.kind !== "erase") invalidInput("Only an erasure asks what becomes of documents");
    const choices = Choices.parse(request.choices);
    await privacyRequests.change(
      id,
      documentIds
        ? {
            choices: {
              ...choices,
              ...Object.fromEntries(documentIds.map((each) => [each, choice])),
            },
          }
        : { rest: choice },
    );
    changed({
      subject: id,
      before: {},
      after: { choice: choice.kind, documents: documentIds?.length ?? null },
    });
  },
});
