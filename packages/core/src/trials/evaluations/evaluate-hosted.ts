import { z } from "zod";

import { partsOf } from "../../models/contract/release";
import { command } from "../../operation/command";
import { askEvaluation } from "../contract/ask-evaluation";

const EVERY_DAYS = 25;
const DAY_MS = 86_400_000;

/**
 * Evaluates the release that decides on the newest frozen dataset, if a hosted model is a part of it. Its maker may change it without a word. Returns
 * null if no hosted model is used, there is no dataset, or the last evaluation is younger than 25 days.
 */
export const evaluateHosted = command("trials.evaluate-hosted", {
  title: "Evaluate the hosted model that decides",
  permission: "release.work",
  input: z.object({}),
  output: z.object({ id: z.string() }).nullable(),
  doors: [],
  audit: { subjects: (made) => (made ? [made.id] : []) },

  async handle(tools) {
    const { releases, evaluations, clock } = tools;
    await releases.lock();
    const champion = await releases.champion();
    if (!champion || partsOf(champion).provider === null) return null;
    const dataset = await evaluations.findNewestDataset("type");
    if (!dataset) return null;
    const [last] = await evaluations.list(1, { releaseId: champion.id });
    const from = clock().getTime() - EVERY_DAYS * DAY_MS;
    if (last && last.createdAt.getTime() > from) return null;
    return { id: (await askEvaluation(tools, champion, dataset)).id };
  },
});
