import { load } from "cheerio";
import sanitize from "sanitize-html";
import type { Part } from "../../../contract/part";
import { hasBetterHtml } from "../add-message";
import type { Message } from "../message";
import { partNamed } from "../part-named";
import { foldEarlierMail } from "./fold-earlier";

/**
 * Returns a mail as its sender laid it out, as a whole HTML page, or null for a mail without HTML. Scripts, forms, frames and everything else that
 * acts are left out. Pictures of the mail itself are part of the page. Addresses of remote pictures stay: the policy of the page that shows it
 * decides whether they load. Earlier mails are folded.
 */
export function mailPage({ html, text, parts }: Message): string | null {
  if (!hasBetterHtml(html, text)) return null;
  const $ = load(html);
  inlinePictures($, parts);
  foldEarlierMail($);
  const body = sanitize($.html(), rules);
  return body.replace(/<style[^>]*>[^<]*<\/style>|<[^>]*>/g, "").trim() === "" &&
    !/<img /.test(body)
    ? null
    : `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>${look}</style></head><body>${body}</body></html>`;
}

/** The look of what the sender leaves open: dark letters on white, nothing wider than the page. */
const look = [
  ":root{color-scheme:light}",
  "body{margin:0;padding:20px;background:#fff;color:#111;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}",
  "img{max-width:100%;height:auto}",
  "table{max-width:100%}",
  "pre{white-space:pre-wrap}",
  "summary{display:inline-block;padding:0 10px;border-radius:6px;background:#eee;cursor:pointer;list-style:none;line-height:20px}",
].join("");

const mostPictureBytes = 16 * 1024 * 1024;

/** Types that a browser draws and that run nothing. */
const drawn = /^image\/(png|jpe?g|gif|webp|bmp)$/i;

/** Puts the pictures that came with the mail into the page. */
function inlinePictures($: ReturnType<typeof load>, parts: Part[]) {
  let bytes = 0;
  $("img").each((_, element) => {
    const image = $(element);
    const part = partNamed(parts, image.attr("src") ?? "");
    if (!part || !drawn.test(part.mediaType)) return;
    bytes += part.bytes.length;
    if (bytes > mostPictureBytes) return;
    image.attr("src", `data:${part.mediaType};base64,${part.bytes.toString("base64")}`);
  });
}

const rules: sanitize.IOptions = {
  allowedTags: [
    ...sanitize.defaults.allowedTags,
    ...["img", "style", "font", "center", "details", "summary", "del", "ins", "strike", "big"],
  ],
  allowVulnerableTags: true,
  allowedAttributes: {
    "*": [
      ...["style", "class", "id", "align", "valign", "bgcolor", "color", "width", "height", "dir"],
      ...["lang", "title", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "nowrap"],
      ...["face", "size", "type", "start"],
    ],
    a: ["href", "name", "target", "rel"],
    img: ["src", "alt"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https", "data"] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  transformTags: {
    a: (tagName, attribs) => ({
      tagName,
      attribs: { ...attribs, target: "_blank", rel: "noopener noreferrer nofollow" },
    }),
  },
};
