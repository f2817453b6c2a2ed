import { urlOfField } from "../docx/fields";
import { ignoredGroups } from "./control-words";
import { embeddedObject } from "./embedded-object";
import {
  flush,
  type InterpreterState,
  openCollector,
  plainPicture,
  type Target,
} from "./interpreter-state";

/**
 * Handles a word at the beginning of a group that names the group's kind. Readers may skip an unknown `isStarred` group. Returns true if
 * the word was such a word.
 */
export function beginGroup(rtf: InterpreterState, name: string, isStarred: boolean): boolean {
  const outer = rtf.stack.at(-1)?.group;
  if (rtf.state.target === "silent") {
    if (outer === "info" && informative.has(name)) begin(rtf, name, "info");
    else if (outer === "upr" && name === "ud") begin(rtf, name, "body");
    else return isStarred || ignoredGroups.has(name);
    return true;
  }
  const target = targets[name];
  if (name === "background") rtf.isPageShaded = true;
  if (/^header[lrf]?$/.test(name)) openCollector(rtf, "header");
  else if (/^footer[lrf]?$/.test(name)) openCollector(rtf, "footer");
  else if (name === "footnote") openCollector(rtf, "footnote");
  else if (name === "annotation") openCollector(rtf, "comment");
  else if (name === "shptxt") openCollector(rtf, "box");
  else if (target) {
    if (target === "field") rtf.field = "";
    if (target === "picture") rtf.picture = { ...plainPicture };
    begin(rtf, name, target);
  } else if (ignoredGroups.has(name) || (isStarred && !transparent.has(name)))
    begin(rtf, name, "silent");
  else return false;
  return true;
}

const informative = new Set(["title", "subject", "author", "keywords"]);

const targets: Record<string, Target> = {
  colortbl: "colors",
  fonttbl: "fonts",
  stylesheet: "styles",
  fldinst: "field",
  fldrslt: "body",
  listtext: "label",
  pntext: "label",
  atnauthor: "info",
  objdata: "object",
  pict: "picture",
  upr: "silent",
  info: "silent",
};

/** Starred groups that only contain others, and those of the style sheet. */
const transparent = new Set(["shppict", "shpinst", "shpgrp", "cs", "s", "ts", "ds"]);

function begin(rtf: InterpreterState, group: string, target: Target) {
  flush(rtf);
  Object.assign(rtf.state, { group, target });
  if (target !== "field") rtf.written = "";
}

const mostEmbedded = 1_000;

/** Handles the end of a group, according to its kind. */
export function endGroup(rtf: InterpreterState) {
  const { state, paragraph, metadata } = rtf;
  const text = rtf.written.trim();
  switch (state.group) {
    case "fldrslt": {
      const url = urlOfField(rtf.field);
      if (url) rtf.collector.link(url, state.fieldStart);
      rtf.field = "";
      break;
    }
    case "listtext":
    case "pntext":
      paragraph.label = text.replace(/\s+/g, " ") || "•";
      if (/[\p{L}\p{N}]/u.test(paragraph.label)) rtf.collector.say(`${paragraph.label} `);
      break;
    case "title":
    case "subject":
    case "author":
      if (text) metadata[state.group] = text;
      break;
    case "keywords":
      if (text) metadata.keywords = text.split(/[,;]/).map((each) => each.trim());
      break;
    case "objdata": {
      const object = embeddedObject(text);
      if (object && rtf.embedded.length < mostEmbedded) rtf.embedded.push(object);
      break;
    }
    case "pict":
      endPicture(rtf, text);
      break;
    case "atnauthor":
      rtf.author = text;
      break;
    default:
      if (state.target !== "styles" || rtf.stack.at(-1)?.target !== "styles") return;
      rtf.styles.set(rtf.style, text.replace(/;$/, "").trim());
      rtf.style = 0;
  }
  rtf.written = "";
}

const mostPictures = 5_000;

/** Adds the picture of a group: its bytes are written in hexadecimal. */
function endPicture(rtf: InterpreterState, text: string) {
  const { width, height, scaleX, scaleY } = rtf.picture;
  const bytes = Buffer.from(text.replace(/[^0-9a-f]/gi, ""), "hex");
  if (bytes.length === 0 || rtf.pictures >= mostPictures || rtf.state.isHidden) return;
  rtf.pictures += 1;
  const size: [number, number] = [(width * scaleX) / 2_000, (height * scaleY) / 2_000];
  rtf.collector.hang({ kind: "embedded-picture", bytes, size });
}
