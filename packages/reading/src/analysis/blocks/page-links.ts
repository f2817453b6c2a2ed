import type { LinkInput } from "@besunny/document-model/document-builder";
import type { Box } from "@besunny/document-model/parsed-document";
import type { LaidText } from "../layout/text-of-lines";

/** A place on the page as shown, and where a click on it leads; pages count from 1. */
export type PageLink = { box: Box; target: { url: string } | { page: number } };

const address = /^(https?:\/\/[^\s]+|www\.[^\s/]+\.[^\s]+)$/i;

/** The words of a text that a link lies over, and those that are addresses themselves. */
export function linksIn({ text, words }: LaidText, links: PageLink[]): LinkInput[] {
  const found: LinkInput[] = [];
  for (const [start, end, ...box] of words) {
    const target = targetAt(box, links) ?? addressIn(text.slice(start, end));
    if (!target) continue;
    const last = found.at(-1);
    if (last && isSame(last, target) && text.slice(last.end, start).trim() === "") last.end = end;
    else found.push({ start, end, ...target });
  }
  return found;
}

function targetAt([x, y, width, height]: Box, links: PageLink[]): PageLink["target"] | undefined {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return links.find(
    ({ box }) =>
      middleX >= box[0] &&
      middleX <= box[0] + box[2] &&
      middleY >= box[1] - 1 &&
      middleY <= box[1] + box[3] + 1,
  )?.target;
}

/** No longer than people write one. */
const mostCharacters = 2_000;

function addressIn(word: string): { url: string } | null {
  if (word.length > mostCharacters) return null;
  const bare = word.replace(/^[<(["'“‘]+/, "").replace(/[>)\]"'”’.,;:!?]+$/, "");
  if (!address.test(bare)) return null;
  return { url: bare.replace(/^www\./i, "http://www.") };
}

function isSame(link: LinkInput, target: PageLink["target"]): boolean {
  if ("url" in link) return "url" in target && link.url === target.url;
  return "page" in target && link.page === target.page;
}
