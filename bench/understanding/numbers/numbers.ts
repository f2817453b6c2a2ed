import { readFile } from "node:fs/promises";
import { findMoney, findPercentages } from "@besunny/ai/understanding/entities/amounts";
import { conventionsOf } from "@besunny/ai/understanding/entities/conventions";
import { findDates } from "@besunny/ai/understanding/entities/dates";
import type { Report } from "../../report";
import { askPeer } from "../ask-peer";
import { type Case, casesOf, generatedCases } from "./cases";

type Options = { cases?: string; seed?: string };
/** Null means a mention that is found and kept as text because it can be read in several ways. */
type Read = (string | null)[];

const finders = { money: findMoney, percent: findPercentages, date: findDates };

/** Reads sums, shares and days, one text at a time, and counts the right, the open and the wrong ones. */
export async function numbers({ cases: path, seed }: Options): Promise<Report> {
  const cases = path ? casesOf(await readFile(path, "utf8")) : generatedCases(Number(seed ?? 1));
  const ours = cases.map(({ language, kind, text }): Read => {
    const found = finders[kind](text, conventionsOf(text, language));
    return found.map(({ normalised }) => normalised ?? null);
  });
  const report: Report = { cases: cases.length, ...judged("", cases, ours, true) };
  for (const kind of ["money", "percent", "date"] as const) {
    const own = cases
      .map((each, index) => ({ each, index }))
      .filter(({ each }) => each.kind === kind);
    Object.assign(
      report,
      judged(
        `${kind}_`,
        own.map(({ each }) => each),
        own.map(({ index }) => ours[index] ?? []),
      ),
    );
  }
  const peer = await askPeer(
    "numbers",
    peerScript,
    cases.filter(({ kind }) => kind !== "percent"),
  );
  if (peer)
    Object.assign(
      report,
      judged(
        "peer_",
        cases.filter(({ kind }) => kind !== "percent"),
        peer as Read[],
      ),
    );
  return report;
}

function judged(
  prefix: string,
  cases: readonly Case[],
  read: readonly Read[],
  isTold = false,
): Report {
  const counts = { right: 0, open: 0, missed: 0, wrong: 0 };
  for (const [index, { text, language, kind, values }] of cases.entries()) {
    const found = read[index] ?? [];
    const said = found.filter((value) => value !== null);
    const isSubset = said.every((value) => values.includes(value));
    const verdict = !isSubset
      ? "wrong"
      : said.length === values.length
        ? "right"
        : found.length > said.length
          ? "open"
          : "missed";
    counts[verdict]++;
    if (isTold && verdict === "wrong")
      console.error(
        `wrong  ${language} ${kind} ${JSON.stringify(text)}: ${said.join("|")}, not ${values.join("|") || "none"}`,
      );
  }
  return Object.fromEntries(
    Object.entries(counts).map(([key, count]) => [`${prefix}${key}`, count]),
  );
}

/** price-parser and dateparser read one text each; both know the language. */
const peerScript = `
import json, sys
from price_parser import Price
import dateparser
codes = {"€": "EUR", "$": "USD", "£": "GBP", "₹": "INR", "¥": "JPY", "￥": "JPY", "zł": "PLN"}
answers = []
for case in json.load(sys.stdin):
    if case["kind"] == "money":
        price = Price.fromstring(case["text"])
        if price.amount is None:
            answers.append([])
        else:
            code = codes.get(price.currency, price.currency)
            whole = price.amount == price.amount.to_integral_value()
            answers.append([f"{code} {price.amount:.0f}" if whole else f"{code} {price.amount:.2f}"])
    else:
        try:
            day = dateparser.parse(case["text"], languages=[case["language"]])
        except ValueError:
            day = dateparser.parse(case["text"])
        answers.append([day.date().isoformat()] if day else [])
print(json.dumps(answers))
`;
