import {
  redactionActions,
  redactionKinds,
} from "@besunny/document-model/statements/redaction-kinds";
import { z } from "zod";

/** The kinds of details that can be replaced, in the order in which people see them. */
export const RedactionKind = z.enum(redactionKinds);

/** The actions for a kind of detail before a text leaves. */
export const RedactionAction = z.enum(redactionActions);

/** The reason why nothing is sent: the document never leaves, a kind may not leave, or a detector could not read the text. */
export const RedactionRefusal = z.enum(["never-sent", "kinds", "not-read"]);
export type RedactionRefusal = z.infer<typeof RedactionRefusal>;
