import { heldBy, textOf } from "@besunny/web-kit/trpc/held-by";

/** Returns the server's message about each refused field, by the field's name. */
export function fieldErrorsOf(error: unknown): Partial<Record<string, string>> {
  const errors = heldBy(heldBy(error, "data"), "errors");
  const list: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return Object.fromEntries(
    list.map((each) => [textOf(each, "path") ?? "", textOf(each, "message") ?? ""]),
  );
}
