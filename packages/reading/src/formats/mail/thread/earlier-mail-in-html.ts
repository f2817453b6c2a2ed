import type { XmlElement } from "../../../xml/xml";
import { isInline } from "../../web/inline-elements";
import { isSeen } from "../../web/visibility";
import { beginsEarlierMail, headerCharacters, mayBeginEarlierMail } from "./earlier-mail";

/** Marks that Outlook and other programs set before an earlier mail, as the id of an element. */
const marked =
  /^(x_)*(appendonsend|divRplyFwdMsg|divtagdefaultwrapper_reply|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|ms-outlook-mobile-reference-message|replySplit)$/i;

/** Elements of Yahoo, GMX, Proton and Zoho that hold an earlier mail without a blockquote. */
const holding = /(^|\s)(yahoo_quoted|protonmail_quote|zmail_extra|moz-forward-container)(\s|$)/;

const glanceCharacters = 60;

/** Returns true if an earlier mail begins at this child, by the marks of mail programs or by the headers that people see. */
export function beginsEarlierMailAt(parent: XmlElement, index: number): boolean {
  const child = parent.children[index];
  if (child === undefined) return false;
  if (typeof child !== "string" && isMarked(child)) return true;
  if (typeof child === "string" && child.trim() === "") return false;
  if (!mayBeginEarlierMail(startOf([child], glanceCharacters))) return false;
  if (typeof child !== "string" && beginsEarlierMail(startOf([child], headerCharacters)))
    return isInline(child.name) || !child.children.some((_, at) => beginsEarlierMailAt(child, at));
  return beginsEarlierMail(startOf(parent.children.slice(index, index + 40), headerCharacters));
}

function isMarked({ name, attributes, children }: XmlElement): boolean {
  const { id = "", class: className = "", name: title = "" } = attributes;
  if (marked.test(id)) return true;
  const isHolding = holding.test(className) || (name === "div" && title === "quote");
  return isHolding && !hasBlockquote(children);
}

function hasBlockquote(children: XmlElement["children"]): boolean {
  return children.some(
    (child) =>
      typeof child !== "string" && (child.name === "blockquote" || hasBlockquote(child.children)),
  );
}

/** Returns the first characters that a reader sees, with a line for each block. */
function startOf(children: XmlElement["children"], most: number): string {
  let text = "";
  function gather(all: XmlElement["children"]) {
    for (const child of all) {
      if (text.length >= most) return;
      if (typeof child === "string") text += child.replace(/\s+/g, " ");
      else if (child.name === "br") text += "\n";
      else if (isSeen(child)) {
        const isBlock = !isInline(child.name) && child.name !== "td";
        if (isBlock) text += "\n";
        gather(child.children);
        if (isBlock) text += "\n";
      }
    }
  }
  gather(children);
  return text.trimStart().slice(0, most);
}
