import { describe, expect, test } from "vitest";
import { claimOf } from "./claim";
import { contradicts } from "./contradicts";

const between = (decision: string, later: string, isDecided = true) =>
  contradicts(claimOf(decision), claimOf(later), { isDecided });

describe("a later sentence contradicts a decision", () => {
  test.each([
    [
      "opposite",
      "So we agreed to stay in the office, that is decided.",
      "We decided not to stay in the office, we move out.",
    ],
    ["opposite", "We sign the lease with Meyer.", "It is decided that we don't sign the lease."],
    [
      "opposite",
      "Wir verlängern den Mietvertrag für das Büro.",
      "Beschlossen: Wir verlängern den Mietvertrag nicht.",
    ],
    [
      "opposite",
      "We agreed not to hire a second designer.",
      "We hire a second designer after all.",
    ],
    [
      "amount",
      "We agreed to pay 500 euros rent for the office.",
      "The rent for the office is 650 euros a month.",
    ],
    ["amount", "The rent goes up by two percent.", "Agreed, the rent goes up by 4 %."],
    [
      "amount",
      "Das Budget für die Messe beträgt 12.000 Euro.",
      "Das Budget für die Messe ist 15.000 €.",
    ],
    ["date", "The launch of the shop is on 3 March.", "The launch of the shop is on March 17."],
    ["date", "The review meeting is on Monday.", "The review meeting is on Tuesday."],
    ["date", "Der Umzug ins neue Büro ist im Mai.", "Der Umzug ins Büro ist im Juni."],
    [
      "replaced",
      "We use Postgres for the archive.",
      "We use MySQL for the archive instead of Postgres.",
    ],
    [
      "replaced",
      "Wir nehmen Meyer als Lieferanten.",
      "Als Lieferanten nehmen wir Schulz statt Meyer.",
    ],
  ])("%s: “%s” and “%s”", (reason, decision, later) => {
    expect(between(decision, later)).toBe(reason);
  });
});

describe("nothing is contradicted by", () => {
  test.each([
    [
      "the same again",
      "The rent for the office is 500 euros.",
      "We pay 500 € rent for the office.",
    ],
    [
      "another subject",
      "We agreed to pay 500 euros for the office party.",
      "The rent for the office is 650 euros.",
    ],
    [
      "another place",
      "We rent an office in Hamburg for 500 euros.",
      "We rent an office in Berlin for 650 euros.",
    ],
    [
      "another denied place",
      "We rent an office in Hamburg.",
      "We do not rent an office in Berlin.",
    ],
    ["two denials", "We do not hire a designer.", "We won't hire a designer."],
    ["a question", "We stay in the office.", "Do we not stay in the office?"],
    ["a condition", "We stay in the office.", "If the rent goes up, we do not stay in the office."],
    ["a proposal", "We sign the lease.", "Ben proposed not to sign the lease."],
    [
      "a report of the past",
      "The rent of the office is 650 euros.",
      "The rent of the office was originally 500 euros.",
    ],
    [
      "a word that only sounds like a denial",
      "The report is due on Friday.",
      "The report is due no later than Friday.",
    ],
    ["one shared word", "We sign the lease.", "We do not read the lease."],
    ["a figure of another kind", "The contract runs for two years.", "The contract runs from May."],
    [
      "both amounts",
      "The rent of the office is 500 euros.",
      "The rent of the office rises from 500 euros to 650 euros.",
    ],
    [
      "what was set aside before",
      "We take Schulz as supplier instead of Meyer.",
      "We take Schulz as supplier.",
    ],
    ["nothing", "", "We do not sign the lease."],
  ])("%s: “%s” and “%s”", (_what, decision, later) => {
    expect(between(decision, later)).toBeNull();
  });

  test("two shared words in a document that denies something", () => {
    expect(between("We sign the lease.", "The lease is not signed.", false)).toBeNull();
    expect(between("We sign the lease.", "The lease is not signed.", true)).toBe("opposite");
  });
});
