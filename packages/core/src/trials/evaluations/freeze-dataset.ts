import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { datasetId } from "../../ids";
import { checksumOf } from "../../models/contract/release-checksum";
import { command } from "../../operation/command";
import { idIn } from "../../shapes";

/** Freezes a version of a dataset: from now on its checksum says whether it is the same. */
export const freezeDataset = command("trials.freeze-dataset", {
  title: "Freeze a dataset",
  permission: "release.manage",
  input: z.object({ id: datasetId }),
  output: z.object({ id: idIn("dat"), checksum: z.string() }),
  doors: ["web"],

  async handle({ evaluations, clock, changed }, { id }) {
    const dataset = (await evaluations.findDataset(id)) ?? notFound("Dataset", id);
    if (dataset.frozenAt) conflict("The dataset is frozen already");
    const items = await evaluations.listDatasetItems(id);
    if (!items.some(({ split }) => split === "test"))
      conflict("No document of the dataset is kept for tests");
    const checksum = checksumOf(items);
    await evaluations.freeze(id, checksum, clock());
    changed({ subject: id, before: { checksum: null }, after: { checksum } });
    return { id, checksum };
  },
});
