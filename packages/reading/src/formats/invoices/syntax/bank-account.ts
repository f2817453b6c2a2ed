import { entry } from "../model/entries";
import type { Field } from "../model/field-reader";
import type { Entry } from "../model/invoice";

const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An account as IBAN if it has the form of one, with the compact IBAN as its fact. */
export function bankAccount(account: Field | undefined): Entry[] {
  const compact = account?.text.replace(/\s/g, "").toUpperCase() ?? "";
  if (!iban.test(compact)) return entry("Account", account);
  return entry("IBAN", account, { fact: "IBAN" }).map((each) => ({ ...each, value: compact }));
}
