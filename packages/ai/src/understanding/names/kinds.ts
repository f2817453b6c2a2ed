export const nameKinds = ["person", "organisation", "place"] as const;
export type NameKind = (typeof nameKinds)[number];
