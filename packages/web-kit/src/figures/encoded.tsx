import { type Dimension, dimensions, type MetricFilter } from "@besunny/api/browser/figures";
import { createParser } from "nuqs/server";

/** A value as an address keeps it; `~` is the value of rows that have none. */
function encoded(value: string | null): string {
  if (value === null) return "~";
  return value === "~" ? "%7E" : encodeURIComponent(value);
}

function decoded(text: string): string | null {
  if (text === "~") return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Filters in an address: `type:invoice|letter,format:pdf`. */
export const parseAsFilters = createParser<MetricFilter[]>({
  parse: (text) => {
    const filters = text.split(",").flatMap((part): MetricFilter[] => {
      const [name = "", ...rest] = part.split(":");
      const dimension = dimensions.find((each) => each === name);
      const values = rest.join(":").split("|").map(decoded);
      return dimension && rest.length > 0 ? [{ dimension, values }] : [];
    });
    return filters.length > 0 ? filters : null;
  },
  serialize: (filters) =>
    filters
      .map(({ dimension, values }) => `${dimension}:${values.map(encoded).join("|")}`)
      .join(","),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

/** Values of groups in an address, in the order of the break-outs. */
export const parseAsGroup = createParser<(string | null)[]>({
  parse: (text) => text.split("|").map(decoded),
  serialize: (values) => values.map(encoded).join("|"),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

/** Names of dimensions in an address. */
export const parseAsDimensions = createParser<Dimension[]>({
  parse: (text) =>
    text.split("|").flatMap((name) => dimensions.find((each) => each === name) ?? []),
  serialize: (names) => names.join("|"),
  eq: (one, other) => one.join() === other.join(),
});
