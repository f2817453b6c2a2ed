import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { notFound } from "../../errors";
import { sourceId } from "../../ids";
import { oneOf } from "../../one-of";
import { query } from "../../operation/query";

/** Returns what flows of jobs need to know of a source, without changing anything. */
export const describeSource = query("sources.describe-source", {
  title: "Find a source for a job",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({
    id: z.string(),
    connectionId: z.string(),
    ownerId: z.string(),
    kind: z.enum(sourceKinds),
    isPractice: z.boolean(),
    root: z.record(z.string(), z.string()),
    visibility: z.string(),
  }),
  doors: [],

  async handle({ sources }, { id }) {
    const found = (await sources.findAny(id)) ?? notFound("Source", id);
    return {
      ...found,
      ownerId: found.connection.ownerId,
      isPractice: found.connection.isPractice,
      kind: oneOf(sourceKinds, found.kind),
      root: z.record(z.string(), z.string()).parse(found.rootRef),
    };
  },
});
