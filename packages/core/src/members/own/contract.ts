import type { OwnTable } from "@besunny/db/workspace/people/own-data";
import { z } from "zod";

import type { Actor } from "../../access/actor";
import { AppError } from "../../errors";
import { count, idIn, ofType } from "../../shapes";

/** All that a workspace keeps of one person. */
export const OwnData = z.object({
  workspace: z.object({ id: idIn("ws"), name: z.string() }),
  tables: z.array(ofType<OwnTable>()),
});
export type OwnData = z.output<typeof OwnData>;

/** The things that a person would leave behind in a workspace. */
export const Leaving = z.object({
  workspace: z.object({ id: idIn("ws"), name: z.string() }),
  /** Documents that only they, the owners and the admins see. */
  documents: count,
  /** Projects that nobody else leads. */
  projects: z.array(z.object({ id: idIn("prj"), name: z.string() })),
  isOnlyOwner: z.boolean(),
});
export type Leaving = z.output<typeof Leaving>;

/** Returns the id of the person who acts. A key speaks for a person and is not the person. */
export function ownPersonId(actor: Actor): string {
  if (actor.kind === "user" && actor.via.kind === "session") return actor.id;
  throw new AppError("FORBIDDEN", "Only a person who is signed in may do this");
}
