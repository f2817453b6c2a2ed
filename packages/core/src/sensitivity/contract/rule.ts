import { z } from "zod";
import { idIn, instant } from "../../shapes";
import { sensitivityKinds } from "./sensitivity-words";

/** A rule by which documents are sensitive. */
export const SensitivityRule = z.object({
  id: idIn("snr"),
  kind: z.enum(sensitivityKinds),
  value: z.string().meta({ description: "The id of a document, a tag or a project, or a type" }),
});

/** A rule with the name of what it is about; null if that is gone. */
export const NamedRule = SensitivityRule.extend({
  name: z.string().nullable(),
  createdAt: instant,
});
