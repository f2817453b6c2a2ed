/** One column of a row as a statement declares it. A test compares the declaration with what PostgreSQL says of the statement. */
export type Column<Value> = {
  /** Names of the PostgreSQL types that it may have, as `format_type` writes them. */
  types: readonly string[];
  isNullable: boolean;
  /** The table allows null here, but the statement excludes it. */
  isAssured: boolean;
  /** Returns the value as pg delivered it. Throws `TypeError` when it is not of this column. */
  read: (value: unknown) => Value;
};

export const text: Column<string> = column(["text", "character varying"], isString);
export const integer: Column<number> = column(["integer"], isNumber);
export const real: Column<number> = column(["double precision"], isNumber);
export const boolean: Column<boolean> = column(["boolean"], isBoolean);
/** pg delivers 64 bits as text. */
export const bigint: Column<string> = column(["bigint"], isString);
/** Prisma delivers 64 bits as a bigint. */
export const nativeBigint: Column<bigint> = column(["bigint"], isBigint);
export const timestamp: Column<Date> = column(["timestamp with time zone"], isDate);
export const textArray: Column<string[]> = column(["text[]"], isTextArray);
export const integerArray: Column<number[]> = column(["integer[]"], isNumberArray);
/** Any JSON value, also the JSON null. */
export const json: Column<unknown> = column(["json", "jsonb"], isAnything);
export const jsonObject: Column<Record<string, unknown>> = column(["json", "jsonb"], isObject);

/** Text that is one of these words. */
export function oneOf<Word extends string>(words: readonly Word[]): Column<Word> {
  return column(["text"], (value): value is Word => words.some((word) => word === value));
}

/** JSON that only the caller's own code writes: its shape is known by that and not checked, except that it is not null. */
export function ownJson<Value extends object>(): Column<Value> {
  return column(["json", "jsonb"], isTrusted<Value>);
}

/** The same column where null is a value too. */
export function nullable<Value>(of: Column<Value>): Column<Value | null> {
  return {
    ...of,
    isNullable: true,
    read: (value) => (value === null || value === undefined ? null : of.read(value)),
  };
}

/** The same column where the table allows null and the statement excludes it, by a condition or by `not null` of its state. */
export function assured<Value>(of: Column<Value>): Column<Value> {
  return { ...of, isAssured: true };
}

function column<Value>(
  types: readonly string[],
  is: (value: unknown) => value is Value,
): Column<Value> {
  return {
    types,
    isNullable: false,
    isAssured: false,
    read(value) {
      if (is(value)) return value;
      throw new TypeError(`${types.join(" or ")} expected, ${describe(value)} found`);
    },
  };
}

function describe(value: unknown): string {
  return value === null ? "null" : value instanceof Date ? "a date" : typeof value;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
function isBigint(value: unknown): value is bigint {
  return typeof value === "bigint";
}
function isDate(value: unknown): value is Date {
  return value instanceof Date;
}
function isTextArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isString);
}
function isNumberArray(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isAnything(_: unknown): _ is unknown {
  return true;
}
function isTrusted<Value extends object>(value: unknown): value is Value {
  return typeof value === "object" && value !== null;
}
