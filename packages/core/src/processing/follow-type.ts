import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { findToFollow } from "./find-to-follow";
import { recordFollowedType } from "./record-followed-type";
import { understandModel } from "./stages/understand-parsed";

/** After a person gave a document another type, finds the facts that this type has. Running it twice does no harm. */
export const followType = flow("processing.follow-type", {
  title: "Find the facts of a corrected type",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "The correction that it follows is recorded." },

  async handle(tools, { documentId: id }) {
    const found = await findToFollow(tools.caller, { documentId: id });
    if (!found) return;
    const understood = await understandModel(tools, { documentId: id, ...found });
    await recordFollowedType(tools.caller, { ...understood, ...found });
  },
});
