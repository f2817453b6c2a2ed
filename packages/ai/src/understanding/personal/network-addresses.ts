import { z } from "zod";

import { anyOf, type FoundDetail, type Line, leadTo } from "./found-detail";

const v4 = /(?<![\p{L}\p{N}.-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}-]|\.\d)/gu;
const v6 =
  /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:.]\w|\w)/giu;
const mac =
  /(?<![0-9a-f:.-])(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-f:-]|\.\d)/giu;
const words = anyOf(
  "ip|ips|ipv4|ipv6|client_ip|ip[- ]?address|ip-adresse|adresse ip|dirección ip|indirizzo ip|host|server|serveur|servidor|subnet|gateway|router|firewall|dns|dhcp|ping|ssh|client|login|logged in|sign[- ]?in|netmask|proxy|vpn|blocked|network|netzwerk|réseau|node|peer|remote|addr|lan|wan|request|requests|connection|ports?",
);
const versionWords =
  /(?<!\p{L})(?:version|versión|versione|vers|ver|v|release|rel|build|firmware|firmware-version|driver|software|revision|rev|update|§|section|clause|abschnitt|article|art|chapter|ziffer|kapitel|no|nr)\.?[\s:=#]{0,3}$/iu;

/** Finds IP addresses, which are no version numbers and no numbers of sections, and MAC addresses. */
export function findNetworkAddresses(line: Line): FoundDetail[] {
  return [...findV4(line), ...findV6(line), ...findMacs(line)];
}

function findV4(line: Line): FoundDetail[] {
  return [...line.text.matchAll(v4)].flatMap((match): FoundDetail[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const octets = match[0].split(".").map(Number);
    const lead = leadTo(line, start);
    if (!z.ipv4().safeParse(match[0]).success || octets[0] === 0 || versionWords.test(lead))
      return [];
    const isNamed = words.test(lead) || words.test(line.text.slice(end, end + 24));
    // Parts of a version or a section seldom have three digits; those of an address nearly always do.
    const isLong =
      octets.filter((octet) => octet > 99).length >= 1 &&
      octets.every((octet, at) => at === 0 || octet < 256);
    const isLocal = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(match[0]);
    const hasPort = /^(?::\d{2,5}|\/\d{1,2})(?!\d)/.test(line.text.slice(end));
    const isHeading =
      line.text.slice(0, start).trim() === "" &&
      octets.every((octet) => octet < 40) &&
      /^\s+\p{L}/u.test(line.text.slice(end));
    if (
      isHeading ||
      !(isNamed || isLong || hasPort || (isLocal && octets.some((octet) => octet > 31)))
    )
      return [];
    return [{ kind: "ip", start, end, confidence: isNamed ? 0.97 : 0.88, normalised: match[0] }];
  });
}

function findV6(line: Line): FoundDetail[] {
  return [...line.text.matchAll(v6)].flatMap((match): FoundDetail[] => {
    const quote = match[0];
    // "::" and times such as 10:20:30 are right addresses or near to them, but seldom meant so.
    if (!z.ipv6().safeParse(quote).success || (quote.match(/[0-9a-f]{1,4}/gi)?.length ?? 0) < 3)
      return [];
    const [start, end] = [match.index, match.index + quote.length];
    return [{ kind: "ip", start, end, confidence: 0.97, normalised: quote.toLowerCase() }];
  });
}

function findMacs(line: Line): FoundDetail[] {
  return [...line.text.matchAll(mac)].map((match) => ({
    kind: "mac",
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.95,
    normalised: match[0].toLowerCase().replaceAll("-", ":"),
  }));
}
