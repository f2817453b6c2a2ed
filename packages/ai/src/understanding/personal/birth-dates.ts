import type { Conventions } from "../entities/conventions";
import { findDates } from "../entities/dates";
import { type FoundDetail, type Line, leadTo } from "./found-detail";

const birth =
  /(?<![\p{L}\p{N}])(?:born(?: on| in)?|date of birth|birth ?date|birthday|d\.?o\.?b\.?|geboren(?: am)?|geb(?:\.|oren)?|geburtsdatum|geburtstag|geb\.-?datum|née?(?:e|\(e\))?(?: le)?|date de naissance|naissance|nacid[oa](?: el)?|fecha de nacimiento|nacimiento|nat[oa](?: il)?|data di nascita|nascita|geboortedatum|geboren op|data urodzenia|urodzon[yae](?: dnia)?|ur\.|data de nascimento|nascid[oa](?: em| a)?|nascimento|född(?: den)?|födelsedatum|født(?: den)?|fødselsdato|fødselsdag)(?![\p{L}\p{N}])[^\p{L}\d]{0,8}(?:(?:am|on|le|el|il|op|dnia|em|den|the|is|was)\s+|\((?:[\p{L}/. -]{2,14})\)[\s:]{0,3}|(?!before|after|since|until|vor|nach|avant|après|antes|prima|voor|przed|före|før)\p{L}[\p{L}-]{2,20},?\s+(?:am\s+|on\s+|le\s+|il\s+|den\s+)?){0,2}$/iu;
const EARLIEST = 1880;
const LATEST = 2100;

/** Finds dates behind a word that says that somebody was born. Other dates are nobody's detail. */
export function findBirthDates(line: Line, conventions: Conventions): FoundDetail[] {
  if (!hasBirthWord.test(line.before + line.text)) return [];
  return findDates(line.text, conventions).flatMap(({ start, end, normalised }): FoundDetail[] => {
    if (!birth.test(leadTo(line, start))) return [];
    const year = Number(/\d{4}/.exec(normalised ?? line.text.slice(start, end))?.[0]);
    if (year && (year < EARLIEST || year > LATEST)) return [];
    return [
      { kind: "birth-date", start, end, confidence: 0.95, ...(normalised && { normalised }) },
    ];
  });
}

const hasBirthWord =
  /(?<!\p{L})(?:born|birth|d\.?o\.?b|geb|naiss|née?(?!\p{L})|naci|nat[oa](?!\p{L})|nasci|urodz|ur\.|född|født|fødsel|födelse|date of b|data urodz|geburt)|geboren|geburts|birthda/iu;
