import { z } from "zod";

import { fieldId } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { chosenDocuments, isOneChoice, oneChoice } from "../contract/chosen-documents";
import { fillField } from "./fill-field";

/**
 * Sets the value of a field that the workspace defined on documents, or takes the value away. Throws `INVALID_INPUT` for a value that the field
 * does not take. Returns the ids of the documents whose value it changed.
 */
export const setField = command("documents.set-field", {
  title: "Fill a custom field of documents",
  permission: "document.correct",
  input: z
    .object({
      ...chosenDocuments,
      fieldId,
      value: z.string().max(2000).nullable().meta({
        description:
          "The value as people write it, such as `EUR 12.50` or `2026-12-31`; null takes it away",
      }),
    })
    .refine(isOneChoice, oneChoice),
  output: ofIds,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  handle: (tools, given) => fillField(tools, given),
});
