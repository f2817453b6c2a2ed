/** Presidio's names of kinds, and what they are called here. Kinds that BeSunny does not state as personal data are left out. */
const named: Record<string, string> = {
  EMAIL_ADDRESS: "email",
  EMAIL: "email",
  PHONE_NUMBER: "phone",
  IBAN_CODE: "iban",
  IBAN: "iban",
  CREDIT_CARD: "card",
  US_SSN: "social-security",
  SSN: "social-security",
  UK_NINO: "social-security",
  IP_ADDRESS: "ip",
  MAC_ADDRESS: "mac",
  STREET_ADDRESS: "address",
  ADDRESS: "address",
  US_BANK_NUMBER: "bank-account",
  US_ITIN: "tax-number",
  US_PASSPORT: "passport",
  UK_PASSPORT: "passport",
  PASSPORT: "passport",
  US_DRIVER_LICENSE: "driving-licence",
  IT_FISCAL_CODE: "tax-number",
  IN_PAN: "tax-number",
  AU_TFN: "tax-number",
  AU_ABN: "tax-number",
  ES_NIF: "national-id",
  ES_NIE: "national-id",
  PL_PESEL: "national-id",
  IN_AADHAAR: "national-id",
  FI_PERSONAL_IDENTITY_CODE: "national-id",
  DATE_OF_BIRTH: "birth-date",
  BIRTH_DATE: "birth-date",
};

export function kindOf(name: string): string | undefined {
  return named[name];
}
