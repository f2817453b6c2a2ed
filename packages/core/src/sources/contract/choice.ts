import type { Item } from "@besunny/connectors/sources/source";

import type { SourceRules } from "./source";

/** The fate of an item: fetched, skipped because it cannot be read, left out by choice, or kept without being fetched. */
export type Choice = {
  want: "waiting" | "skipped" | "left-out" | "ready";
  reason: string | null;
};

/** The facts that the rules judge. A fetched item has more of them than its listing. */
export type Judged = Pick<
  Item,
  "name" | "isNameless" | "mediaType" | "size" | "modifiedAt" | "mail"
>;

/** Returns what the rules say of an item. What the adapter knows to be unreadable is skipped, whatever they say. */
export function choiceOf(item: Item, rules: SourceRules): Choice {
  if (item.isFolder) return { want: "ready", reason: null };
  if (item.skip === "outside-choice") return { want: "left-out", reason: item.skip };
  if (isLeftOut(item, rules)) return { want: "left-out", reason: "rule" };
  if (item.skip) return { want: "skipped", reason: item.skip };
  if (item.event) return { want: "ready", reason: null };
  return { want: "waiting", reason: null };
}

/** Tells whether the rules leave an item out. Facts that are not known leave nothing out. */
export function isLeftOut(item: Judged, rules: SourceRules): boolean {
  const { include, exclude, mediaTypes, since, mostBytes, labels, senders, withAttachments } =
    rules;
  if (!item.isNameless && isLeftOutByName(item.name, { include, exclude })) return true;
  if (mediaTypes.length > 0 && !mediaTypes.some((pattern) => fits(item.mediaType, pattern)))
    return true;
  if (since && item.modifiedAt < since) return true;
  if (mostBytes !== null && item.size !== null && item.size > mostBytes) return true;
  const { mail } = item;
  if (!mail) return false;
  if (labels.length > 0 && !mail.labels.some((label) => labels.some((each) => fits(label, each))))
    return true;
  const from = mail.from?.toLowerCase() ?? "";
  if (senders.length > 0 && !senders.some((part) => from.includes(part.toLowerCase()))) return true;
  return withAttachments && mail.hasAttachments === false;
}

function isLeftOutByName(
  name: string,
  { include, exclude }: Pick<SourceRules, "include" | "exclude">,
): boolean {
  if (include.length > 0 && !include.some((pattern) => fits(name, pattern))) return true;
  return exclude.some((pattern) => fits(name, pattern));
}

/** Tells whether a text fits a pattern in which `*` is any letters and `?` for one. Takes time in proportion to both. */
export function fits(given: string, pattern: string): boolean {
  const text = given.toLowerCase();
  const wanted = pattern.toLowerCase();
  let [at, place, star, from] = [0, 0, -1, 0];
  while (at < text.length) {
    const letter = wanted[place];
    if (letter === "*") {
      star = place++;
      from = at;
    } else if (letter === "?" || letter === text[at]) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++from;
    } else return false;
  }
  while (wanted[place] === "*") place++;
  return place === wanted.length;
}
