import type { BlockInput } from "@besunny/document-model/document-builder";
import { joinRich, plain } from "../../office/rich-text";
import type { OneObject } from "../store/one-store";
import { propertyIds } from "../store/property-ids";
import { isSet, textOf } from "../store/values";
import { tagsOf } from "./note-tags";
import type { PageWalk } from "./page-walk";
import { richTextOf } from "./rich-text";

/** `list` is the place of the paragraph in a list, or null. */
export function addParagraph(
  walk: PageWalk,
  node: OneObject,
  list: { label: string; level: number } | null,
): void {
  const rich = richTextOf(node, walk.space);
  if (rich.text.trim() === "") {
    if (hasInk(node)) walk.unread.ink += 1;
    return;
  }
  const before = [list?.label ?? "", tagsOf(node, walk.space)].filter((each) => each !== "");
  const whole = joinRich([...before.map(plain), rich], " ");
  walk.items.push({ ...(list ? asListItem(list.level) : roleOf(node, walk)), ...whole });
}

type Role = Pick<BlockInput, "kind" | "level">;

const mostLevels = 6;

function asListItem(depth: number): Role {
  return { kind: "list-item", level: Math.max(1, Math.min(mostLevels, depth)) };
}

/** The title of a page is the heading of the first level. */
function roleOf(node: OneObject, { space }: PageWalk): Role {
  const style = space.object(node.objects.get(propertyIds.paragraphStyle)?.[0]);
  const name = style ? textOf(style, propertyIds.styleName) : "";
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level) return { kind: "heading", level: Math.min(mostLevels, Number(level) + 1) };
  return { kind: name === "code" ? "code" : "paragraph" };
}

/** Writing by hand among the text is an object in a run. */
function hasInk(node: OneObject): boolean {
  return (node.sets.get(propertyIds.runData) ?? []).length > 0;
}

export function isDateOrTime(node: OneObject): boolean {
  return isSet(node, propertyIds.isTitleDate) || isSet(node, propertyIds.isTitleTime);
}
