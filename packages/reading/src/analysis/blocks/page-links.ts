import type { LinkInput } from "@besunny/document-model/document-builder";
import type { Box, Word } from "@besunny/document-model/parsed-document";
import type { LaidText } from "../layout/text-of-lines";

/** A link on the page as shown, and its target. Page numbers start at 1. */
export type PageLink = { box: Box; target: { url: string } | { page: number } };

const addressStart = /https?:|www\./i;
const address = /^(https?:\/\/[^\s]+|www\.[^\s/]+\.[^\s]+)$/i;

/** Returns a link for each run of words under a link of the page, and for each word that is a web address. */
export function linksIn({ text, words }: LaidText, links: PageLink[]): LinkInput[] {
  const found: LinkInput[] = [];
  const mayHoldAddress = addressStart.test(text);
  if (links.length === 0 && !mayHoldAddress) return found;
  for (const word of words) {
    const [start, end] = word;
    const target =
      targetAt(word, links) ?? (mayHoldAddress ? addressIn(text.slice(start, end)) : null);
    if (!target) continue;
    const last = found.at(-1);
    if (last && isSame(last, target) && text.slice(last.end, start).trim() === "") last.end = end;
    else found.push({ start, end, ...target });
  }
  return found;
}

function targetAt(
  [, , x, y, width, height]: Word,
  links: PageLink[],
): PageLink["target"] | undefined {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return links.find(
    ({ box }) =>
      middleX >= box[0] &&
      middleX <= box[0] + box[2] &&
      middleY >= box[1] - 1 &&
      middleY <= box[1] + box[3] + 1,
  )?.target;
}

/** The longest address that is read. */
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
