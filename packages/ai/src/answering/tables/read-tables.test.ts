import { describe, expect, test } from "vitest";
import { fold } from "../languages/gloss";
import { readTables } from "./read-tables";

/** Texts are alike by the words that they share; "earn" and "salary" are one word, "spend" and "paid" another. */
const encoder = {
  async encode(text: string) {
    const vector = new Float32Array(64);
    for (const word of fold(text).match(/[a-z]+/g) ?? []) {
      const root = { earn: "salary", spend: "paid" }[word] ?? word;
      vector[[...root].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 64, 7)] = 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((each) => each / length);
  },
};

const staff = {
  title: "staff list",
  columns: ["no", "name", "role", "start date", "salary EUR", "office", "reports to"],
  rows: [
    ["1", "Maren Oak", "Managing Director", "2014-03-01", "92000", "Bristol", ""],
    ["2", "Lucie March", "Branch Manager", "2019-02-04", "58200", "Nantes", "Maren Oak"],
    ["3", "Remy Quent", "Field Technician", "2020-06-15", "37900", "Nantes", "Lucie March"],
    ["4", "Gwil Harrow", "Field Technician", "2017-08-21", "39900", "Bristol", "Maren Oak"],
  ],
};
const account = {
  title: "account",
  columns: ["Date", "Details", "Paid out", "Paid in", "Balance"],
  rows: [
    ["02/03/2026", "HOTEL NANTES", "268.50", "", "900.00"],
    ["06/03/2026", "PETROLINE FILTON", "95.10", "", "804.90"],
    ["09/03/2026", "PETROLINE FILTON", "4.90", "", "800.00"],
    ["11/04/2026", "PETROLINE FILTON", "50.00", "", "750.00"],
  ],
};
const order = {
  title: "Purchase order",
  columns: ["Supplier", "Requested by", "Needed by"],
  rows: [["Dornbach", "Padraig Sterne", "17 April 2026"]],
};

async function read(question: string) {
  const tables = [staff, account, order];
  const found = await readTables({ question, tables }, encoder);
  const table = found && tables[found.table];
  if (!found || !table) return null;
  const { how, rows, column, name, total } = found;
  const cells = rows.map((row) => table.rows[row]?.[column ?? name]);
  return total === null ? { how, cells } : { how, cells, total };
}

describe("readTables", () => {
  test.each([
    ["what does Gwil earn", "39900"],
    ["since when has Remy been with us?", "2020-06-15"],
    ["Who does Remy report to?", "Lucie March"],
    ["who requested the order", "Padraig Sterne"],
    ["Quand Remy a-t-il commencé ?", "2020-06-15"],
  ])("%s", async (question, cell) =>
    expect(await read(question)).toEqual({ how: "cell", cells: [cell] }),
  );

  test("lists and counts the rows of a value", async () => {
    expect(await read("list all field technicians")).toEqual({
      how: "list",
      cells: ["Remy Quent", "Gwil Harrow"],
    });
    expect(await read("how many people work in Nantes?")).toMatchObject({
      how: "count",
      cells: ["Lucie March", "Remy Quent"],
    });
  });

  test("adds the cells of a month", async () => {
    expect(await read("what did we spend at petroline in march all together")).toEqual({
      how: "sum",
      cells: ["95.10", "4.90"],
      total: 100,
    });
    expect(await read("how much did we pay petroline in June?")).toBeNull();
  });

  test.each([
    "what does Anna earn",
    "what is the salary",
    "how much is the rent of the Bristol office",
    "when does Gwil's fourth contract end",
    "who signed the lease",
  ])("does not answer %s", async (question) => expect(await read(question)).toBeNull());
});
