import { z } from "zod";
import { notFound } from "../errors";
import { actionId } from "../ids";
import { query } from "../operation/query";
import { likenessOf } from "./contract/likeness";
import { ListedAction, listedActions } from "./contract/listed-action";

const MOST_READ = 500;
const MOST_SHOWN = 5;
const LIKE_ENOUGH = 0.5;

/** Lists actions of other meetings that may be the same: with the same owner or none, and mostly the same words. The likest comes first. */
export const listLikelySame = query("actions.list-likely-same", {
  title: "List actions that may be the same",
  permission: "document.read",
  input: z.object({ id: actionId }),
  output: z.object({
    items: z.array(ListedAction.extend({ likeness: z.number().min(0).max(1) })),
  }),
  doors: ["web"],

  async handle(tools, { id }) {
    const { actionItems } = tools;
    const row = (await actionItems.find(id)) ?? notFound("Action", id);
    const name = row.owner?.name ?? row.ownerName;
    const beside = await actionItems.listBeside(
      row,
      { ownerId: row.ownerId, ownerName: name },
      { states: ["draft", "open", "done"], limit: MOST_READ },
    );
    const like = beside
      .map((other) => ({ other, likeness: likenessOf(row.text, other.text) }))
      .filter(({ likeness }) => likeness >= LIKE_ENOUGH)
      .sort((a, b) => b.likeness - a.likeness || a.other.id.localeCompare(b.other.id))
      .slice(0, MOST_SHOWN);
    const items = await listedActions(
      tools,
      like.map(({ other }) => other),
    );
    return {
      items: items.map((item, index) => ({ ...item, likeness: like[index]?.likeness ?? 0 })),
    };
  },
});
