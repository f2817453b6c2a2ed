import type { CheerioAPI } from "cheerio";

type Element = ReturnType<CheerioAPI>;

/** Elements in which mail programs put the whole of an earlier mail. */
const holding = [
  ".gmail_quote",
  "blockquote[type=cite]",
  ".yahoo_quoted",
  ".protonmail_quote",
  ".zmail_extra",
  ".moz-cite-prefix + blockquote",
  "#isForwardContent",
].join(",");

/** Elements after which an earlier mail goes on until the end. */
const before = [
  "#appendonsend",
  "#divRplyFwdMsg",
  "#x_divRplyFwdMsg",
  "#mail-editor-reference-message-container",
  "#OLK_SRC_BODY_SECTION",
  "#ms-outlook-mobile-reference-message",
].join(",");

/** Fewer letters than these beside an earlier mail are no mail of its own: a forwarded mail stays open. */
const ownLetters = 2;

/** Puts earlier mails into elements that people open by a click, where the mail has words of its own. */
export function foldEarlierMail($: CheerioAPI): void {
  const quoted = $(holding).filter((_, each) => $(each).parents(holding).length === 0);
  const [mark] = $(before).toArray();
  if (quoted.length > 0) {
    if (hasOwnWords($, quoted)) quoted.each((_, each) => fold($, $(each)));
  } else if (mark) {
    const rest = $(mark).nextAll().addBack();
    if (hasOwnWords($, rest)) fold($, rest);
  }
}

function hasOwnWords($: CheerioAPI, quoted: Element): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").length;
  const body = $("body").clone();
  body.find("style,script,title").remove();
  return letters(body.text()) - letters(quoted.text()) >= ownLetters;
}

function fold($: CheerioAPI, quoted: Element): void {
  const details = $("<details><summary>⋯</summary></details>");
  quoted.first().before(details);
  details.append(quoted);
}
