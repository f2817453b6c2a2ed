import type { PersonalDataKind } from "@besunny/document-model/statements/personal-data-kinds";

/** A number by which a country knows its people or firms. */
export type NationalNumber = {
  kind: PersonalDataKind;
  country: string;
  /** The form in a text, without what must not be around it. */
  form: string;
  /** Words that name the number, as the source of a pattern. */
  words: string;
  isValid(written: string): boolean;
  /** The least that shows it: its form alone, its form in a document of the country, or a word near by. */
  enough: "form" | "country" | "words";
};

type Validator = { validate(written: string): { isValid: boolean } };

/** Returns a check that one of the validators accepts. */
export const validBy =
  (...validators: readonly Validator[]) =>
  (written: string): boolean =>
    validators.some((each) => each.validate(written).isValid);
