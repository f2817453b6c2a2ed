import { z } from "zod";

import { closeWatches } from "../../connections/contract/close-watches";
import { findConnection } from "../../connections/find-connection";
import { listWatches } from "../../connections/list-watches";
import { sourceId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { nothing } from "../../shapes";
import { describeSource } from "../fetching/describe-source";

/** Asks the provider to close the channel of a source that was removed. */
export const closeWatch = flow("sources.close-watch", {
  title: "Close the channel of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "Removing the source is the record." },

  async handle({ caller, sources, log }, { id }) {
    const { connectionId } = await describeSource(caller, { id });
    const reader = asJob(caller, "renew-watches");
    const connection = await findConnection(reader, { id: connectionId });
    if (connection.state === "revoked") return;
    const { watches } = await listWatches(reader, { id: connectionId, sourceId: id });
    await closeWatches({ caller, sources, log }, connection, watches);
  },
});
