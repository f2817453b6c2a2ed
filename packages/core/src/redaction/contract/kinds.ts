import {
  redactionActions,
  redactionKinds,
} from "@besunny/document-model/statements/redaction-kinds";
import { z } from "zod";

/** The kinds of details that can be replaced, in the order in which people see them. */
export const RedactionKind = z.enum(redactionKinds);

/** What may be done with a kind of detail before a text leaves. */
export const RedactionAction = z.enum(redactionActions);

/** Why nothing of a text is sent: it is of a document that never is, it has a kind that may not leave, or a detector could not read it. */
export const RedactionRefusal = z.enum(["never-sent", "kinds", "not-read"]);
export type RedactionRefusal = z.infer<typeof RedactionRefusal>;
