import type { StoredWatch } from "@besunny/db/trust/audit-watches";
import { z } from "zod";
import { idIn, instant } from "../../shapes";
import { auditListInput } from "../contract";
import { watchTells } from "./watch-tells";

/** The filter of a watch: that of the log, without days, since it looks at what is to come. */
export const watchFilter = auditListInput
  .omit({ id: true, from: true, to: true, cursor: true, limit: true })
  .strict()
  .refine((filter) => Object.values(filter).some((value) => value !== undefined), {
    message: "Choose at least one filter: a watch of everything would tell of everything",
  });

export const watchName = z.string().trim().min(1, "Give the watch a name").max(80);

/** A filter of the audit log under a name. */
export const AuditWatch = z
  .object({
    id: idIn("awt"),
    name: z.string(),
    filter: watchFilter,
    tells: z
      .enum(watchTells)
      .meta({ description: "The people who get a notice of new entries that fit" }),
    madeBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
  })
  .meta({ id: "AuditWatch" });

/** Returns a stored watch as owners and admins see it. */
export function watchOf(
  { id, name, filter, tells, madeById, createdAt }: StoredWatch,
  names: ReadonlyMap<string, string>,
): z.output<typeof AuditWatch> {
  const maker = names.get(madeById);
  return {
    ...{ id, name, createdAt },
    filter: watchFilter.parse(filter),
    tells: z.enum(watchTells).parse(tells),
    madeBy: maker === undefined ? null : { id: madeById, name: maker },
  };
}
