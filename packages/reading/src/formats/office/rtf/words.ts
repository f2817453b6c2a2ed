import { encodingOfCharset, encodingOfCodePage } from "./code-pages";
import { symbols } from "./control-words";
import {
  endParagraph,
  flush,
  type InterpreterState,
  plainParagraph,
  put,
} from "./interpreter-state";

/** Applies a control word, if it affects the text. */
export function controlWord(rtf: InterpreterState, name: string, value: number | null) {
  const sign = symbols[name];
  flush(rtf);
  if (sign !== undefined) put(rtf, sign);
  else if (!ofCharacters(rtf, name, value)) {
    const { target } = rtf.state;
    if (target === "body") ofLayout(rtf, name, value);
    else if (target === "picture") ofPicture(rtf, name, value ?? 0);
    else if (target === "styles" && /^(s|cs|ts|ds)$/.test(name))
      rtf.style = name === "s" ? (value ?? 0) : -2;
  }
}

function ofCharacters(rtf: InterpreterState, name: string, value: number | null): boolean {
  const { state, fonts } = rtf;
  switch (name) {
    case "u":
      put(rtf, String.fromCharCode(((value ?? 0) + 65_536) % 65_536));
      return true;
    case "uc":
      state.skipAfterUnicode = Math.max(0, value ?? 1);
      return true;
    case "ansicpg":
      rtf.usualEncoding = encodingOfCodePage(value ?? 1252);
      return true;
    case "mac":
      rtf.usualEncoding = "macintosh";
      return true;
    case "pc":
      rtf.usualEncoding = "cp437";
      return true;
    case "f":
      rtf.font = value ?? 0;
      if (state.target !== "fonts") state.encoding = fonts.get(rtf.font);
      return true;
    case "fcharset":
      if (state.target === "fonts") fonts.set(rtf.font, encodingOfCharset(value ?? 0));
      return true;
    case "plain":
      Object.assign(state, {
        isHidden: false,
        isDeleted: false,
        isShaded: false,
        color: 0,
        size: 24,
        encoding: undefined,
      });
      return true;
    case "red":
    case "green":
    case "blue":
      if (state.target === "colors") setColor(rtf, name, value ?? 0);
      return true;
    case "cf":
      state.color = value ?? 0;
      return true;
    case "fs":
      state.size = value ?? 24;
      return true;
    case "highlight":
    case "cb":
    case "chcbpat":
      state.isShaded = (value ?? 0) !== 0;
      return true;
    case "v":
      state.isHidden = value !== 0;
      return true;
    case "deleted":
      state.isDeleted = value !== 0;
      if (value !== 0) rtf.deleted += 1;
      return true;
    case "revised":
      if (value !== 0) rtf.inserted += 1;
      return true;
    case "chftn":
      if (rtf.outer.at(-1)?.kind !== "footnote" && state.target === "body") {
        rtf.notes += 1;
        put(rtf, `[${rtf.notes}]`);
      }
      return true;
    default:
      return false;
  }
}

function setColor({ colors }: InterpreterState, name: "red" | "green" | "blue", value: number) {
  const color = colors.at(-1);
  if (color) color[{ red: 0, green: 1, blue: 2 }[name]] = value;
}

function ofPicture({ picture }: InterpreterState, name: string, value: number) {
  if (name === "picwgoal") picture.width = value;
  else if (name === "pichgoal") picture.height = value;
  else if (name === "picscalex" && value > 0) picture.scaleX = value;
  else if (name === "picscaley" && value > 0) picture.scaleY = value;
}

const mostCells = 1_000;

function ofLayout(rtf: InterpreterState, name: string, value: number | null) {
  const { paragraph, cell, row } = rtf;
  switch (name) {
    case "par":
    case "sect":
    case "page":
    case "nestcell":
      return endParagraph(rtf);
    case "pard":
      rtf.paragraph = { ...plainParagraph, label: paragraph.label };
      return;
    case "intbl":
      paragraph.isInTable = true;
      return;
    case "itap":
      paragraph.isInTable = (value ?? 1) > 0;
      return;
    case "s":
      paragraph.style = value ?? -1;
      return;
    case "cbpat":
      paragraph.isShaded = (value ?? 0) !== 0;
      return;
    case "clcbpat":
      rtf.isRowShaded ||= (value ?? 0) !== 0;
      return;
    case "outlinelevel":
      paragraph.outline = value ?? 9;
      return;
    case "ilvl":
      paragraph.level = Math.max(0, Math.min(8, value ?? 0));
      return;
    case "trowd":
      rtf.row = [];
      rtf.isRowShaded = false;
      rtf.cell = { isMerged: false, isBelow: false };
      return;
    case "clmrg":
      cell.isMerged = true;
      return;
    case "clvmrg":
      cell.isBelow = true;
      return;
    case "cellx":
      if (row.length < mostCells) row.push({ right: value ?? 0, ...cell });
      rtf.cell = { isMerged: false, isBelow: false };
      return;
    case "cell":
      rtf.collector.endCell();
      paragraph.label = "";
      return;
    case "row":
      rtf.collector.endRow(row);
  }
}
