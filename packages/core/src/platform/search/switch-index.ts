import { z } from "zod";
import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { takeOver } from "../../search/contract/generations";
import { nothing } from "../../shapes";

/** Makes a filled index the one that answers, though it compares worse than the one before. */
export const switchIndex = platformCommand("platform.switch-index", {
  title: "Search a new index from now on",
  permission: "index.manage",
  input: z.object({ id: z.string().max(200) }),
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ indexGenerations, clock, changed }, { id }) {
    const all = await indexGenerations.list();
    const chosen = all.find((each) => each.id === id) ?? notFound("Index", id);
    if (chosen.state === "serving") return;
    if (chosen.state !== "filling" || !chosen.filledAt)
      conflict("This index is not filled yet: wait until its schedule has ended.");
    await takeOver(indexGenerations, id, clock());
    changed({ subject: id, before: { state: chosen.state }, after: { state: "serving" } });
  },
});
