import { urlOfField } from "../docx/fields";
import { silentGroups } from "./control-words";
import { embeddedObject } from "./embedded-object";
import { flush, type Machine, openSink, type Target } from "./interpreter-state";

/**
 * Words at the beginning of a group that say what it is. `isStarred` groups may be passed over by who does not know them.
 * Gives back whether the word was such a one.
 */
export function beginGroup(machine: Machine, name: string, isStarred: boolean): boolean {
  const outer = machine.stack.at(-1)?.group;
  if (machine.state.target === "silent") {
    if (outer === "info" && informative.has(name)) begin(machine, name, "info");
    else if (outer === "upr" && name === "ud") begin(machine, name, "body");
    else return isStarred || silentGroups.has(name);
    return true;
  }
  const target = targets[name];
  if (/^header[lrf]?$/.test(name)) openSink(machine, "header");
  else if (/^footer[lrf]?$/.test(name)) openSink(machine, "footer");
  else if (name === "footnote") openSink(machine, "footnote");
  else if (name === "annotation") openSink(machine, "comment");
  else if (name === "shptxt") openSink(machine, "box");
  else if (target) {
    if (target === "field") machine.field = "";
    begin(machine, name, target);
  } else if (silentGroups.has(name) || (isStarred && !transparent.has(name)))
    begin(machine, name, "silent");
  else return false;
  return true;
}

const informative = new Set(["title", "subject", "author", "keywords"]);

const targets: Record<string, Target> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  fldinst: "field",
  fldrslt: "body",
  listtext: "label",
  pntext: "label",
  atnauthor: "info",
  objdata: "object",
  upr: "silent",
  info: "silent",
};

/** Starred groups that only hold others, and those of the style sheet. */
const transparent = new Set(["shppict", "shpinst", "shpgrp", "cs", "s", "ts", "ds"]);

function begin(machine: Machine, group: string, target: Target) {
  flush(machine);
  Object.assign(machine.state, { group, target });
  if (target !== "field") machine.written = "";
}

const mostEmbedded = 1_000;

/** What the end of a group means for what it held. */
export function endGroup(machine: Machine) {
  const { state, paragraph, metadata } = machine;
  const text = machine.written.trim();
  switch (state.group) {
    case "fldrslt": {
      const url = urlOfField(machine.field);
      if (url) machine.sink.link(url, state.fieldStart);
      machine.field = "";
      break;
    }
    case "listtext":
    case "pntext":
      paragraph.label = text.replace(/\s+/g, " ") || "•";
      if (/[\p{L}\p{N}]/u.test(paragraph.label)) machine.sink.say(`${paragraph.label} `);
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
      if (object && machine.embedded.length < mostEmbedded) machine.embedded.push(object);
      break;
    }
    case "atnauthor":
      machine.author = text;
      break;
    default:
      if (state.target !== "styles" || machine.stack.at(-1)?.target !== "styles") return;
      machine.styles.set(machine.style, text.replace(/;$/, "").trim());
      machine.style = 0;
  }
  machine.written = "";
}
