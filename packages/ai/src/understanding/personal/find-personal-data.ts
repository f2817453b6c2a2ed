import { setImmediate } from "node:timers/promises";

import type { PersonalDetail } from "../../ai";
import type { Conventions } from "../entities/conventions";
import { windows } from "../windows";
import { findAddresses } from "./addresses";
import { findBankAccounts } from "./bank-accounts";
import { findBirthDates } from "./birth-dates";
import { findCards } from "./cards";
import { countriesOf } from "./countries";
import { findEmails } from "./emails";
import type { FoundDetail, Line, Setting } from "./found-detail";
import { findIdentityPapers, findMachineReadable } from "./identity-papers";
import { findNationalNumbers } from "./national-numbers";
import { findNetworkAddresses } from "./network-addresses";
import { findPhones } from "./phones";

const LINES_AT_A_TIME = 50;
const LEAD = 80;
const MOST_DETAILS = 2_000;
/** More than other parts of understanding read: what is left out here is not struck out later. */
const CHARACTERS_READ = 2_000_000;

/** Finds personal details by their forms, check digits and the words around them, in text order and without overlaps. */
export async function findDetails(whole: string, conventions: Conventions): Promise<FoundDetail[]> {
  const text = whole.slice(0, CHARACTERS_READ);
  const setting = { countries: countriesOf(text, conventions) };
  const found: FoundDetail[] = findMachineReadable(text);
  for (const [index, { offset, text: line }] of windows(text, /[\d@]/).entries()) {
    // A question that comes meanwhile need not wait for a long document.
    if (index % LINES_AT_A_TIME === 0) await setImmediate();
    const before = text.slice(Math.max(0, offset - LEAD), offset);
    for (const each of inLine({ text: line, before }, setting, conventions))
      found.push(shifted(each, offset));
  }
  found.push(...(await findAddresses(text, conventions)));
  return withoutOverlaps(found)
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_DETAILS);
}

/** Groups details of the same kind and value, in the order in which they come first. */
export function personalDataOf(text: string, details: readonly FoundDetail[]): PersonalDetail[] {
  const groups = new Map<string, PersonalDetail>();
  for (const { kind, start, end, confidence, normalised } of details) {
    const key = `${kind} ${normalised ?? text.slice(start, end).toLowerCase().replace(/\s+/g, " ")}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { kind, confidence, evidence: [[start, end]] });
    else {
      known.confidence = Math.max(known.confidence, confidence);
      known.evidence.push([start, end]);
    }
  }
  return [...groups.values()];
}

/** The surest first: a number inside an IBAN is no phone. */
function inLine(line: Line, setting: Setting, conventions: Conventions): FoundDetail[] {
  const emails = line.text.includes("@") ? findEmails(line.text) : [];
  if (!/\d/.test(line.text)) return emails;
  return [
    ...emails,
    ...findBankAccounts(line),
    ...findCards(line),
    ...findNationalNumbers(line, setting),
    ...findIdentityPapers(line),
    ...findNetworkAddresses(line),
    ...findBirthDates(line, conventions),
    ...findPhones(line, setting),
  ];
}

function withoutOverlaps(found: readonly FoundDetail[]): FoundDetail[] {
  const taken: FoundDetail[] = [];
  const covered = new Set<number>();
  for (const each of found) {
    let isFree = true;
    for (let place = each.start; place < each.end && isFree; place++) isFree = !covered.has(place);
    if (!isFree) continue;
    for (let place = each.start; place < each.end; place++) covered.add(place);
    taken.push(each);
  }
  return taken;
}

function shifted(found: FoundDetail, offset: number): FoundDetail {
  return { ...found, start: offset + found.start, end: offset + found.end };
}
