import { itemStates } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { sourceId } from "../ids";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { mustFindSource } from "./contract/must-find";
import { ReasonCount, SourceView } from "./contract/source";
import { sourceViewOf } from "./contract/view-of";

/** Returns a source with the report of its items by state and reason. Throws `NOT_FOUND`. */
export const getSource = query("sources.get-source", {
  title: "Get a source",
  permission: "source.read",
  input: z.object({ id: sourceId }),
  output: z.object({ asOf: instant, source: SourceView, reasons: z.array(ReasonCount) }),
  doors: ["web", "rest"],
  isOfOneMoment: true,

  async handle({ sources, sourceItems, actor, clock }, { id }) {
    const found = await mustFindSource({ sources, actor }, id);
    const counts = await sourceItems.count([id]);
    const userId = actor.kind === "user" ? actor.id : null;
    return {
      asOf: clock(),
      source: sourceViewOf(found, { userId, counts }),
      reasons: counts.map(({ state, ...rest }) => ({ ...rest, state: oneOf(itemStates, state) })),
    };
  },
});
