import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { query } from "../operation/query";
import { Brief, BriefRef } from "./contract/brief";
import { briefsFor } from "./contract/read-brief";

/** Returns a brief of the caller. Those of others are not there. */
export const getBrief = query("briefs.get-brief", {
  title: "Show a brief",
  permission: "document.read",
  input: BriefRef,
  output: Brief,
  doors: ["web"],

  async handle(tools, ref) {
    const stored = await tools.briefs.find(personOf(tools.actor).id, ref);
    const [brief] = stored ? await briefsFor(tools, [stored]) : [];
    return brief ?? notFound("Brief", ref.externalId);
  },
});
