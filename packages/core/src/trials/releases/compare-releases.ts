import { z } from "zod";

import { notFound } from "../../errors";
import { releaseId } from "../../ids";
import { partsOf } from "../../models/contract/release";
import {
  differencesOf,
  ReleaseDifference,
  sentenceOn,
} from "../../models/contract/release-differences";
import { query } from "../../operation/query";

/** Says in what two releases differ. */
export const compareReleases = query("trials.compare-releases", {
  title: "Compare two releases",
  permission: "release.read",
  input: z.object({ before: releaseId, after: releaseId }),
  output: z.object({
    differences: z.array(ReleaseDifference.extend({ sentence: z.string() })),
  }),
  doors: ["web"],

  async handle({ releases }, { before, after }) {
    const [one, other] = [
      (await releases.find(before)) ?? notFound("Release", before),
      (await releases.find(after)) ?? notFound("Release", after),
    ];
    return {
      differences: differencesOf(partsOf(one), partsOf(other)).map((each) => ({
        ...each,
        sentence: sentenceOn(each),
      })),
    };
  },
});
