export const sensitivities = ["low", "medium", "high"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** The kinds of personal details that documents hold, with the harm that is done if one becomes public. Names are entities, not here. */
export const personalDataKinds = {
  email: "medium",
  phone: "medium",
  address: "medium",
  "birth-date": "medium",
  card: "high",
  iban: "high",
  "bank-account": "high",
  bic: "low",
  "social-security": "high",
  "tax-number": "high",
  "national-id": "high",
  passport: "high",
  "driving-licence": "high",
  ip: "low",
  mac: "low",
} as const satisfies Record<string, Sensitivity>;

export type PersonalDataKind = keyof typeof personalDataKinds;

/** Returns true for the name of a kind that this release knows. */
export function isPersonalDataKind(name: string): name is PersonalDataKind {
  return Object.hasOwn(personalDataKinds, name);
}
