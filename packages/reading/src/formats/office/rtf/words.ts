import { encodingOfCharset, encodingOfCodePage } from "./code-pages";
import { signs } from "./control-words";
import { endParagraph, flush, type Machine, plainParagraph, put } from "./interpreter-state";

/** Does what a control word says, where it is one that matters for the text. */
export function controlWord(machine: Machine, name: string, value: number | null) {
  const sign = signs[name];
  flush(machine);
  if (sign !== undefined) put(machine, sign);
  else if (!ofCharacters(machine, name, value)) {
    const { target } = machine.state;
    if (target === "body") ofLayout(machine, name, value);
    else if (target === "styles" && /^(s|cs|ts|ds)$/.test(name))
      machine.style = name === "s" ? (value ?? 0) : -2;
  }
}

function ofCharacters(machine: Machine, name: string, value: number | null): boolean {
  const { state, fonts } = machine;
  switch (name) {
    case "u":
      put(machine, String.fromCharCode(((value ?? 0) + 65_536) % 65_536));
      return true;
    case "uc":
      state.skipAfterUnicode = Math.max(0, value ?? 1);
      return true;
    case "ansicpg":
      machine.usualEncoding = encodingOfCodePage(value ?? 1252);
      return true;
    case "mac":
      machine.usualEncoding = "macintosh";
      return true;
    case "pc":
      machine.usualEncoding = "cp437";
      return true;
    case "f":
      machine.font = value ?? 0;
      if (state.target !== "fonts") state.encoding = fonts.get(machine.font);
      return true;
    case "fcharset":
      if (state.target === "fonts") fonts.set(machine.font, encodingOfCharset(value ?? 0));
      return true;
    case "plain":
      Object.assign(state, { isHidden: false, isDeleted: false, encoding: undefined });
      return true;
    case "v":
      state.isHidden = value !== 0;
      return true;
    case "deleted":
      state.isDeleted = value !== 0;
      if (value !== 0) machine.deleted += 1;
      return true;
    case "revised":
      if (value !== 0) machine.inserted += 1;
      return true;
    case "chftn":
      if (machine.outer.at(-1)?.kind !== "footnote" && state.target === "body") {
        machine.notes += 1;
        put(machine, `[${machine.notes}]`);
      }
      return true;
    default:
      return false;
  }
}

const mostCells = 1_000;

function ofLayout(machine: Machine, name: string, value: number | null) {
  const { paragraph, cell, row } = machine;
  switch (name) {
    case "par":
    case "sect":
    case "page":
    case "nestcell":
      return endParagraph(machine);
    case "pard":
      machine.paragraph = { ...plainParagraph, label: paragraph.label };
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
    case "outlinelevel":
      paragraph.outline = value ?? 9;
      return;
    case "ilvl":
      paragraph.level = Math.max(0, Math.min(8, value ?? 0));
      return;
    case "trowd":
      machine.row = [];
      machine.cell = { isMerged: false, isBelow: false };
      return;
    case "clmrg":
      cell.isMerged = true;
      return;
    case "clvmrg":
      cell.isBelow = true;
      return;
    case "cellx":
      if (row.length < mostCells) row.push({ right: value ?? 0, ...cell });
      machine.cell = { isMerged: false, isBelow: false };
      return;
    case "cell":
      machine.sink.endCell();
      paragraph.label = "";
      return;
    case "row":
      machine.sink.endRow(row);
  }
}
