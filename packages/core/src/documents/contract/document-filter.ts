import { z } from "zod";
import { projectId } from "../../ids";
import { moment } from "../../moment";
import { documentStatuses } from "./document";

/** The filters of the library, of search and of REST, named as in the URL. `type: "none"` is documents without a type. */
export const documentFilter = z.object({
  q: z.string().trim().max(200).optional(),
  projectId: projectId.optional(),
  type: z.string().max(60).optional(),
  status: z.union([z.enum(documentStatuses), z.array(z.enum(documentStatuses))]).optional(),
  language: z.string().max(10).optional(),
  from: moment.optional(),
  to: moment.optional(),
  trashed: z.boolean().optional(),
  /** True: only documents in which personal details were found. */
  personal: z.boolean().optional(),
});

/** Returns the filter as the repository takes it. */
export function toRepositoryFilter(filter: z.output<typeof documentFilter>) {
  const { type, status, trashed, personal, q, ...same } = filter;
  return {
    ...same,
    q: q || undefined,
    type: type === "none" ? null : type || undefined,
    status: status === undefined ? undefined : [status].flat(),
    isTrashed: trashed,
    hasPersonalData: personal,
  };
}
